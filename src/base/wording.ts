/** What people read, in both languages. */
export interface Wording {
  readonly zh: string;
  readonly en: string;
}
