import { parseCLI, startVitest } from 'vitest/node';
import { countOutcome, formatOutcome } from './outcome.ts';

/** Runs vitest once with the arguments of `npm test -- …` and ends with `N passed, N failed`. */
const { filter, options } = parseCLI(['vitest', 'run', ...process.argv.slice(2)]);

const vitest = await startVitest(filter, { ...options, run: true, watch: false });
// Also set where no test ran: no file fits, or PostgreSQL did not start. Something that failed must be counted.
const stopped = process.exitCode !== undefined && process.exitCode !== 0;
const outcome = countOutcome(vitest.state.getTestModules(), vitest.state.getUnhandledErrors());
if (stopped && outcome.failed === 0) outcome.failed = 1;
// The servers of the global set-up end here, and may print: the count comes after them.
await vitest.close();

console.log(formatOutcome(outcome));
// Ends here even if a test left a socket open; vitest has already named it in its report.
process.exit(outcome.failed > 0 || outcome.passed === 0 ? 1 : 0);
