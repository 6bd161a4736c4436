import pg from 'pg';
import type { Measured } from '../measure/load.ts';
import { phase, type Target } from '../measure/phase.ts';
import type { Outcome, Stage } from '../scenario.ts';
import { peopleOf, prepareAgency, signInAll } from '../s1/agency.ts';
import { placings, throughGateway } from '../s1/orders.ts';
import { resultOf, summaryOf, verdict, type Seats } from './result.ts';

/** In turns: what the host does to the one it does to the other. */
const rounds = [1, 2];
/** Buyers, each with the next order as soon as the one before is answered. */
const load = { connections: 64, seconds: 7.5 };
/** Seats of the departure that is sold out while they go on asking. */
const fewSeats = 500;
const soldOutCode = 'booking/not-enough-seats';

/** S2: all buyers want one departure, against the same buyers on many. */
export async function hotDeparture(stage: Stage): Promise<Outcome> {
  const { system, tell } = stage;
  tell(
    `S2: ${load.connections} buyers of one departure through the gateway at ${system.origin}, measured with ${stage.tool.name}`,
  );
  const agency = await prepareAgency(system);
  // One a round: one alone would be sold out before the last is over.
  const hotIds = agency.departureIds.slice(0, rounds.length);
  const scarceIds = agency.departureIds.slice(rounds.length, rounds.length + 1);
  tell(
    `Agency ${agency.code}: ${agency.branches.length} branches, ${peopleOf(agency).length} people who sell`,
  );
  const target =
    (departureIds: readonly string[]): Target =>
    async () =>
      throughGateway(placings({ ...agency, departureIds }), system.origin, await signInAll(system, agency));
  const measured: Record<'hot' | 'spread', Measured[]> = { hot: [], spread: [] };
  for (const round of rounds) {
    const of = `round ${round} of ${rounds.length}`;
    measured.spread.push(
      await phase(
        stage,
        `many departures, ${of}`,
        target(agency.departureIds.slice(rounds.length + 1)),
        load,
      ),
    );
    measured.hot.push(
      await phase(stage, `one departure, ${of}`, target(hotIds.slice(round - 1, round)), load),
    );
  }
  await makeScarce(system.databaseUrl, scarceIds);
  const toTheEnd = await phase(
    stage,
    `one departure of ${fewSeats} seats`,
    mayRefuse(target(scarceIds)),
    load,
  );
  const errors = [...measured.hot, ...measured.spread, toTheEnd].reduce((sum, one) => sum + one.errors, 0);
  const seats = await seatsOf(system.databaseUrl, [...hotIds, ...scarceIds]);
  const result = resultOf(measured, { seats, refused: toTheEnd.refused ?? 0, errors });
  tell(verdict(result));
  return { result, errors: errors + result.wrong, summary: summaryOf(result) };
}

/** The same, where seats may be gone. */
const mayRefuse =
  (target: Target): Target =>
  async () =>
    (await target()).map((request) => ({ ...request, mayBeRefused: soldOutCode }));

/** Nobody has bought any of it yet. */
async function makeScarce(databaseUrl: string, departureIds: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(
      'update booking.departures set capacity = $1, remaining = $1 where id = any ($2::uuid[]) and remaining = capacity',
      [fewSeats, departureIds],
    );
  } finally {
    await client.end();
  }
}

/** Nothing of the run has expired yet: its agency holds for a week. */
async function seatsOf(databaseUrl: string, departureIds: readonly string[]): Promise<readonly Seats[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<Seats>(
      `select capacity, remaining, (select coalesce(sum(seats), 0)::integer from booking.orders where orders.departure_id = departures.id) as held
       from booking.departures where id = any ($1::uuid[])`,
      [departureIds],
    );
    if (rows.length < departureIds.length) throw new Error('a hot departure is gone');
    return rows;
  } finally {
    await client.end();
  }
}
