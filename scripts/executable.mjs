// npm marks the bin of a dependency executable; in the checkout itself nobody does.
import { chmodSync } from 'node:fs';

chmodSync(new URL('../dist/cli/main.js', import.meta.url), 0o755);
