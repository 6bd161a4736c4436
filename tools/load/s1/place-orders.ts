import { createFloor } from '../floor/floor.ts';
import { untilCalm } from '../machine/calm.ts';
import { describeBetween, readTicks } from '../machine/processor.ts';
import type { Load, Measured, RequestKind } from '../measure/load.ts';
import type { Outcome, Stage } from '../scenario.ts';
import { prepareAgency, signIn, type LoadAgency } from './agency.ts';
import { placings, throughGateway, toFloor } from './orders.ts';
import { rateOf, resultOf, verdict } from './result.ts';

const connections = 32;
const warmUpSeconds = 3;
/** Two halves each, in turns: what the host does to the one it does to the other. */
const rounds = [1, 2];
const roundSeconds = 7.5;
const halfRateSeconds = 15;

/** S1: placing an order through the gateway, against a floor that stores the same rows in one round trip. */
export async function placeOrders(stage: Stage): Promise<Outcome> {
  const { system, tell } = stage;
  tell(`S1: placing orders through the gateway at ${system.origin}, measured with ${stage.tool.name}`);
  tell('The floor: bare Fastify and pg, the same rows in the same database in one statement, no checks');
  const agency = await prepareAgency(system);
  const orders = placings(agency);
  tell(
    `Agency ${agency.code}: ${agency.branches.length} branches, ${peopleOf(agency).length} people who sell`,
  );
  const floor = await createFloor(system.databaseUrl, agency);
  try {
    const gateway = async () => throughGateway(orders, system.origin, await signInAll(stage, agency));
    return await measureAll(stage, { gateway, floor: () => Promise.resolve(toFloor(orders, floor.url)) });
  } finally {
    await floor.remove();
  }
}

type Target = () => Promise<readonly RequestKind[]>;

async function measureAll(
  stage: Stage,
  { gateway, floor }: { gateway: Target; floor: Target },
): Promise<Outcome> {
  const flatOut = { connections, seconds: roundSeconds };
  const measured: Record<'gateway' | 'floor', Measured[]> = { gateway: [], floor: [] };
  for (const round of rounds) {
    const of = `round ${round} of ${rounds.length}`;
    measured.gateway.push(await phase(stage, `gateway, ${connections} connections, ${of}`, gateway, flatOut));
    measured.floor.push(await phase(stage, `floor, ${connections} connections, ${of}`, floor, flatOut));
  }
  const ratePerSecond = rateOf(measured.gateway) / 2;
  const atHalfRate = await phase(stage, `gateway, ${ratePerSecond.toFixed(1)} orders/s`, gateway, {
    connections,
    seconds: halfRateSeconds,
    ratePerSecond,
  });
  if (measured.floor.some(({ errors }) => errors > 0)) throw new Error('the floor had errors');
  const errors = [...measured.gateway, atHalfRate].reduce((sum, one) => sum + one.errors, 0);
  const result = resultOf(measured, atHalfRate, errors);
  stage.tell(verdict(result));
  return { json: JSON.stringify(result), errors };
}

/** One measurement after a warm-up, with nothing left to do from the one before. The errors of the warm-up count. */
async function phase(
  stage: Stage,
  what: string,
  target: Target,
  load: Omit<Load, 'requests'>,
): Promise<Measured> {
  const calmAfter = await untilCalm(stage.system.services);
  // Tokens live for five minutes: everybody signs in anew.
  const requests = await target();
  const warmUp = await stage.tool.measure({ ...load, requests, seconds: warmUpSeconds });
  const before = readTicks();
  const measured = await stage.tool.measure({ ...load, requests });
  const processors = describeBetween(before, readTicks());
  const errors = warmUp.errors + measured.errors;
  stage.tell(line({ ...measured, errors }, what, processors, calmAfter));
  const firstError = warmUp.firstError ?? measured.firstError;
  if (firstError !== undefined) stage.tell(`  one of the errors: ${firstError.slice(0, 500)}`);
  return { ...measured, errors };
}

function line(
  { rate, p50Ms, p99Ms, errors }: Measured,
  what: string,
  processors: string,
  calmAfter: number | undefined,
): string {
  const figures = `${rate.toFixed(1)}/s, p50 ${p50Ms.toFixed(1)} ms, p99 ${p99Ms.toFixed(1)} ms, ${errors} errors`;
  const calm = calmAfter === undefined ? 'never came' : `came after ${calmAfter.toFixed(1)} s`;
  return `${what}: ${figures} (${processors}; calm before it ${calm})`;
}

const peopleOf = ({ branches }: LoadAgency): string[] =>
  branches.flatMap(({ sales }) => sales.map(({ userName }) => userName));

async function signInAll({ system }: Stage, agency: LoadAgency): Promise<Map<string, string>> {
  const { code, password } = agency;
  const signedIn = peopleOf(agency).map(
    async (userName) => [userName, await signIn({ system, code, password }, userName)] as const,
  );
  return new Map(await Promise.all(signedIn));
}
