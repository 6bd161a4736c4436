import { availableParallelism } from 'node:os';
import { checks } from './checks.ts';
import { chooseChecks } from './choose.ts';
import { runChecks } from './run.ts';

/** `npm run check`, `npm run check -- --only lint,types`. Exits with 1 if a check failed, 2 if asked for an unknown one. */
const choice = chooseChecks(process.argv.slice(2), checks);
if ('problem' in choice) {
  console.error(choice.problem);
  process.exitCode = 2;
} else {
  const { passed, failed } = await runChecks(choice.chosen, Math.max(2, availableParallelism()), console.log);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}
