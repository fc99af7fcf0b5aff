import { KIT_DIALECTS, type KitDialect } from './dialects.js';
import { composeText } from './document.js';
import { KIT_EDITIONS, type KitEdition } from './styles.js';

// npx tsx test/kit/dump.ts <edition> <dialect> <seed> [--truth]
const [edition = 'shanxi', dialect = 'tab', seed = '1', truth] = process.argv.slice(2);
if (
  !KIT_EDITIONS.includes(edition as KitEdition) ||
  !KIT_DIALECTS.includes(dialect as KitDialect)
) {
  process.stderr.write(
    `editions: ${KIT_EDITIONS.join(' ')}\ndialects: ${KIT_DIALECTS.join(' ')}\n`,
  );
  process.exitCode = 2;
} else {
  const document = composeText({
    seed: Number(seed),
    edition: edition as KitEdition,
    dialect: dialect as KitDialect,
  });
  process.stdout.write(
    truth === '--truth' ? `${JSON.stringify(document.truth, null, 1)}\n` : document.text,
  );
}
