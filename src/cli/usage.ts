/** A request that cannot be met as it stands: exit status 2. */
export class UsageError extends Error {}
