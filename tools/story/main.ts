import { assemble, ensureAgency, signInLines } from './cast.ts';
import { runningStage } from './config.ts';
import { agencies } from './demo.ts';
import { numberOfSteps, playMainJob } from './main-job.ts';

const stage = await runningStage();
if (!stage) {
  console.error('Yitu does not run here. Start it in another terminal: npm start');
  process.exit(1);
}
const [plan] = agencies;
// After `npm start -- --no-demo` there is no agency yet, and nobody has been told how to sign in.
const cast = await assemble(stage, plan.code).catch(async () => {
  await ensureAgency(stage, plan);
  for (const line of signInLines(stage, [plan])) console.log(line);
  return assemble(stage, plan.code);
});
const done = await playMainJob(stage, cast, console.log);
console.log(`main job: ${done} of ${numberOfSteps} steps`);
process.exitCode = done === numberOfSteps ? 0 : 1;
