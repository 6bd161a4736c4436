import { rotateMillion } from './a8/rotate-million.ts';
import { runAll } from './all/run-all.ts';
import { runningSystem, searchPath } from './config.ts';
import { chooseTool } from './measure/choose-tool.ts';
import { chosenScenario, UsageError } from './options.ts';
import { placeOrders } from './s1/place-orders.ts';
import { hotDeparture } from './s2/hot-departure.ts';
import { eventLatency } from './s3/event-latency.ts';
import { listAndSearch } from './s4/list-and-search.ts';
import { rowSecurity } from './s6/row-security.ts';
import { telemetryCost } from './s7/telemetry-cost.ts';
import { firstLoad } from './s9/first-load.ts';
import { isGood, told, type Outcome, type Scenario } from './scenario.ts';
import { ordersBesideSignIns } from './sign-ins/orders-beside.ts';

/** The promises of speed, in the order in which all of them are measured. */
const promises = {
  S1: placeOrders,
  S2: hotDeparture,
  S3: eventLatency,
  S4: listAndSearch,
  S6: rowSecurity,
  S7: telemetryCost,
  S9: firstLoad,
} satisfies Record<string, Scenario>;

const scenarios = { ...promises, A8: rotateMillion, 'SIGN-INS': ordersBesideSignIns };

/** Ends with 0 where everything measured is as it is promised, and no request had an error. */
async function main(args: readonly string[]): Promise<number> {
  const known = ['all', ...Object.keys(scenarios)] as ('all' | keyof typeof scenarios)[]; // its own keys
  const outcome = await outcomeOf(chosenScenario(args, known));
  console.log(JSON.stringify(told(outcome)));
  return isGood(outcome) ? 0 : 1;
}

function outcomeOf(name: 'all' | keyof typeof scenarios): Promise<Outcome> {
  const tell = (line: string) => console.log(line);
  const tool = chooseTool(searchPath());
  // It starts systems of its own.
  if (name === 'S7') return telemetryCost({ tool, tell });
  const system = runningSystem();
  if (!system) throw new UsageError('Yitu does not run here. Start it in another terminal: npm start');
  const stage = { system, tool, tell };
  if (name !== 'all') return scenarios[name](stage);
  const each = Object.entries(promises).map(([id, scenario]) => [id, () => scenario(stage)] as const);
  return runAll(Object.fromEntries(each), tell);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof UsageError ? `${error.message}\nusage: npm run load -- <scenario>` : error);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
