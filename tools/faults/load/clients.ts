import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '@yitu/kernel';
import type { History } from '../history/history.ts';
import type { Claim, Operation, Outcome } from '../history/operation.ts';
import type { Random } from '../random.ts';
import type { LoadedAgency } from './agency.ts';
import { endingOperations } from './ending-operations.ts';
import { payingOperations, place, type Asked, type KnownOrder, type OrderOperation } from './operations.ts';
import { send, type Sending, type Sent } from './send.ts';

export interface Load {
  readonly origin: string;
  readonly agency: LoadedAgency;
  readonly history: History;
  readonly random: Random;
  /** How many ask at once. */
  readonly clients: number;
  /** One request in this many is sent twice at once, as an impatient person does. */
  readonly twiceOneIn?: number;
  /** Aborted when the load is to end; what is asked already is finished. */
  readonly signal: AbortSignal;
}

/** One order in this many is left to itself: its hold ends by time. */
const forgottenOneIn = 4;
const operations = [...payingOperations, ...endingOperations];
const thinkMs = { least: 20, most: 120 };

/** Has clients place orders and go on with them until it is over. */
export async function putLoadOn(load: Load): Promise<void> {
  const clients = Array.from({ length: load.clients }, (_none, number) =>
    runClient(load, number, load.random.of(`client ${number}`)),
  );
  await Promise.all(clients);
}

async function runClient(load: Load, number: number, random: Random): Promise<void> {
  const known = new Map<string, KnownOrder>();
  while (!load.signal.aborted) {
    const order = known.size > 0 && random.next() < 0.7 ? random.pick([...known.values()]) : undefined;
    const operation = order && chooseFor(order, load, random);
    if (!operation) {
      if (order && !waits(order, load)) known.delete(order.id);
      await placeOne(load, number, random, known);
    } else await goOn(load, number, random, known, { order, operation });
    await pause(random.between(thinkMs.least, thinkMs.most));
  }
}

/** Whether somebody who has paid is yet to hear that their departure does not take place. */
const waits = ({ state, departureId }: KnownOrder, { agency }: Load): boolean =>
  state === 'paid' &&
  !agency.calledOff.has(departureId) &&
  agency.departures.some(({ id, doomed }) => doomed && id === departureId);

/** What is done to an order next; nothing when it is left to itself or has nothing more to become. */
function chooseFor(order: KnownOrder, load: Load, random: Random): OrderOperation | undefined {
  if (waits(order, load)) return undefined;
  const possible = operations.filter(
    (one) => one.states.includes(order.state) && (one.possible?.(order, load.agency) ?? true),
  );
  return possible.length === 0 || random.between(1, forgottenOneIn) === 1
    ? undefined
    : random.weighted(possible);
}

async function placeOne(load: Load, client: number, random: Random, known: Map<string, KnownOrder>) {
  const id = newId();
  const asked = place.ask({ id, random, agency: load.agency });
  const { claims } = await perform(load, {
    ...{ id, client, times: timesOf(load, random), asked },
    operation: place,
  });
  const [claim] = claims;
  if (claim?.kind === 'order')
    known.set(claim.orderId, {
      ...{ ...stateOf(claim), id: claim.orderId, total: BigInt(claim.total), paid: 0n },
      departureId: asked.body.departureId,
    });
}

async function goOn(
  load: Load,
  client: number,
  random: Random,
  known: Map<string, KnownOrder>,
  { order, operation }: { order: KnownOrder; operation: OrderOperation },
): Promise<void> {
  const id = newId();
  const asked = await askFor(load, { id, random }, { order, operation });
  if (!asked) return void known.delete(order.id);
  const { outcome, claims } = await perform(load, {
    ...{ id, client, times: timesOf(load, random), asked, operation },
    orderId: order.id,
  });
  const [claim] = claims;
  if (outcome !== 'ok' || !claim)
    known.delete(order.id); // somebody else or its time was faster, or nobody knows
  else known.set(order.id, after(order, claim));
}

/** What is asked for; nothing where a look shows that there is nothing, or nobody can look. */
async function askFor(
  { agency }: Load,
  wish: { readonly id: string; readonly random: Random },
  { order, operation }: { order: KnownOrder; operation: OrderOperation },
): Promise<Asked | undefined> {
  try {
    return await operation.ask({ ...wish, agency }, order);
  } catch {
    return undefined; // the system is struck: the order is left to itself
  }
}

/** An order as the client knows it after an answer. */
function after(order: KnownOrder, claim: Claim): KnownOrder {
  if (claim.kind === 'order') return { ...order, ...stateOf(claim) };
  if (claim.kind === 'payment') return afterPaying(order, BigInt(claim.amount));
  if (claim.kind === 'transfer' && claim.departureId !== order.departureId)
    return { ...order, departureId: claim.departureId };
  return { ...order, state: 'cancelled' };
}

const stateOf = ({ version, state }: Claim & { kind: 'order' }) => ({ version, state });

function afterPaying(order: KnownOrder, amount: bigint): KnownOrder {
  const paid = order.paid + amount;
  return { ...order, paid, state: paid === order.total ? 'paid' : order.state };
}

const timesOf = ({ twiceOneIn = 10 }: Load, random: Random) => (random.between(1, twiceOneIn) === 1 ? 2 : 1);

type Done = Omit<Operation, 'name' | 'event' | 'startedAtMs' | 'endedAtMs'>;

interface Job {
  readonly id: string;
  readonly client: number;
  /** How often it is sent at once. */
  readonly times: number;
  readonly asked: Sending['asked'];
  readonly operation: Pick<OrderOperation, 'name' | 'event' | 'by' | 'claim'>;
  readonly orderId?: string;
}

/** Asks once, or twice at the same time, and notes what came of it. */
export async function perform(
  { origin, agency, history }: Pick<Load, 'origin' | 'agency' | 'history'>,
  job: Job,
): Promise<Done> {
  const { id, client, times, asked, operation, orderId } = job;
  const { name, event, by, claim } = operation;
  const about = { id, name, client, ...(orderId !== undefined && { orderId }) };
  const startedAtMs = history.now();
  history.invoked(about);
  const sending = { origin, account: agency.people[by], asked, key: id, now: () => history.now() };
  const all = await Promise.all(Array.from({ length: times }, () => send(sending)));
  const done = {
    ...about,
    outcome: outcomeOf(all),
    attempts: all.flatMap(({ attempts }) => attempts),
    claims: all.filter(({ outcome }) => outcome === 'ok').map(({ answer }) => claim(answer)),
  };
  history.completed({ ...done, event, startedAtMs, endedAtMs: history.now() });
  return done;
}

/** Of two equal requests one answer is enough to know. */
function outcomeOf(all: readonly Sent[]): Outcome {
  if (all.some(({ outcome }) => outcome === 'ok')) return 'ok';
  return all.some(({ outcome }) => outcome === 'unknown') ? 'unknown' : 'failed';
}
