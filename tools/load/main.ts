import { runningSystem, searchPath } from './config.ts';
import { chooseTool } from './measure/choose-tool.ts';
import { chosenScenario, UsageError } from './options.ts';
import type { Scenario } from './scenario.ts';
import { rotateMillion } from './a8/rotate-million.ts';
import { placeOrders } from './s1/place-orders.ts';
import { hotDeparture } from './s2/hot-departure.ts';
import { eventLatency } from './s3/event-latency.ts';
import { ordersBesideSignIns } from './sign-ins/orders-beside.ts';

const scenarios = {
  S1: placeOrders,
  S2: hotDeparture,
  S3: eventLatency,
  A8: rotateMillion,
  'SIGN-INS': ordersBesideSignIns,
} satisfies Record<string, Scenario>;

async function main(args: readonly string[]): Promise<number> {
  const name = chosenScenario(args, Object.keys(scenarios) as (keyof typeof scenarios)[]); // its own keys
  const system = runningSystem();
  if (!system) {
    console.error('Yitu does not run here. Start it in another terminal: npm start');
    return 1;
  }
  const stage = { system, tool: chooseTool(searchPath()), tell: (line: string) => console.log(line) };
  const { json, errors } = await scenarios[name](stage);
  console.log(json);
  return errors > 0 ? 1 : 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof UsageError ? `${error.message}\nusage: npm run load -- <scenario>` : error);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
