import { createFloor } from '../floor/floor.ts';
import type { Measured } from '../measure/load.ts';
import { phase, type Target } from '../measure/phase.ts';
import type { Outcome, Stage } from '../scenario.ts';
import { peopleOf, prepareAgency, signInAll } from './agency.ts';
import { placings, throughGateway, toFloor } from './orders.ts';
import { rateOf, resultOf, summaryOf, verdict } from './result.ts';

const connections = 32;
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
    const gateway = async () => throughGateway(orders, system.origin, await signInAll(system, agency));
    return await measureAll(stage, { gateway, floor: () => Promise.resolve(toFloor(orders, floor.url)) });
  } finally {
    await floor.remove();
  }
}

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
  return { json: JSON.stringify(result), errors, summary: summaryOf(result) };
}
