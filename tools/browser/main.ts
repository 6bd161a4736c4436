import { join } from 'node:path';
import { parseCLI, startVitest } from 'vitest/node';
import { countOutcome, formatOutcome } from '../test/outcome.ts';

/** `npm run test:browser [-- filter]`: every test in a real browser; ends with `N passed, N failed`. */
const { filter, options } = parseCLI(['vitest', 'run', ...process.argv.slice(2)]);
const vitest = await startVitest(filter, {
  ...options,
  config: join(import.meta.dirname, 'vitest.config.ts'),
  run: true,
  watch: false,
});
const outcome = countOutcome(vitest.state.getTestModules(), vitest.state.getUnhandledErrors());
await vitest.close();
console.log(formatOutcome(outcome));
process.exit(outcome.failed > 0 || outcome.passed === 0 ? 1 : 0);
