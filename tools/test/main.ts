import { parseCLI, startVitest } from 'vitest/node';
import { countOutcome, formatOutcome } from './outcome.ts';

/** Runs vitest once with the arguments of `npm test -- …` and ends with `N passed, N failed`. */
const { filter, options } = parseCLI(['vitest', 'run', ...process.argv.slice(2)]);

const vitest = await startVitest(filter, { ...options, run: true, watch: false });
const outcome = countOutcome(vitest.state.getTestModules(), vitest.state.getUnhandledErrors());
// The servers of the global set-up print while they stop: the count comes after them.
await vitest.close();

console.log(formatOutcome(outcome));
// Ends here even if a test left a socket open; vitest has already named it in its report.
process.exit(outcome.failed > 0 || outcome.passed === 0 ? 1 : 0);
