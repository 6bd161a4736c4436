import { parseArgs } from 'node:util';
import { createApi, newTraceId } from '../story/api.ts';
import { demoPassword } from '../story/cast.ts';
import { runningStage } from '../story/config.ts';
import { readPassword } from './config.ts';

// npm run rebuild:analytics -- [--agency yunqi] [--login admin]; the password of anybody but the demo's people is in YITU_PASSWORD
const { values } = parseArgs({
  options: { agency: { type: 'string', default: 'yunqi' }, login: { type: 'string', default: 'admin' } },
});
const stage = await runningStage();
if (!stage) {
  console.error('Yitu does not run here. Start it in another terminal: npm start');
  process.exit(1);
}
const trace = newTraceId();
const { accessToken } = await createApi(stage.origin, trace).post<{ accessToken: string }>(
  '/api/identity/v1/sessions',
  {
    ...values,
    password: readPassword() ?? demoPassword(stage),
  },
);
const startedAt = performance.now();
const { events } = await createApi(stage.origin, trace, accessToken).post<{ events: number }>(
  '/api/analytics/v1/rebuild',
);
const seconds = (performance.now() - startedAt) / 1_000;
console.log(
  `${events} events of ${values.agency} processed again in ${seconds.toFixed(2)} s (${Math.round(events / seconds)}/s)`,
);
