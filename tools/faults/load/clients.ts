import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '@yitu/kernel';
import type { Claim } from '../history/operation.ts';
import type { Random } from '../random.ts';
import { endingOperations } from './ending-operations.ts';
import {
  payingOperations,
  placings,
  type Asked,
  type KnownOrder,
  type OrderOperation,
} from './operations.ts';
import { perform, type Performing } from './perform.ts';
import { answerOne, joinOne } from './waiting.ts';

export interface Load extends Performing {
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
/** Of those who find no seats so many wait for some, and a client looks so often whether it is their turn. */
const waits = { share: 0.3, looks: 0.15 };
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
  const entries = new Map<string, string>();
  const client: Client = { number, random, known, entries };
  while (!load.signal.aborted) {
    if (entries.size > 0 && random.next() < waits.looks) await lookAtEntry(load, client);
    const order = known.size > 0 && random.next() < 0.7 ? random.pick([...known.values()]) : undefined;
    const operation = order && chooseFor(order, load, random);
    if (!operation) {
      if (order && !isToHear(order, load)) known.delete(order.id);
      await placeOne(load, client);
    } else await goOn(load, client, { order, operation });
    await pause(random.between(thinkMs.least, thinkMs.most));
  }
}

/** Whether somebody who has paid is yet to hear that their departure does not take place. */
const isToHear = ({ state, departureId }: KnownOrder, { agency }: Load): boolean =>
  state === 'paid' &&
  !agency.calledOff.has(departureId) &&
  agency.departures.some(({ id, doomed }) => doomed && id === departureId);

/** What is done to an order next; nothing when it is left to itself or has nothing more to become. */
function chooseFor(order: KnownOrder, load: Load, random: Random): OrderOperation | undefined {
  if (isToHear(order, load)) return undefined;
  const possible = operations.filter(
    (one) => one.states.includes(order.state) && (one.possible?.(order, load.agency) ?? true),
  );
  // What uses credit is seen to its end: the credit of what is left to itself comes back only after the load, and would soon be used up.
  const usesCredit = order.seller === 'agent' && order.state === 'awaiting-payment';
  const forgotten = !usesCredit && random.between(1, forgottenOneIn) === 1;
  return possible.length === 0 || forgotten ? undefined : random.weighted(possible);
}

/** One who asks, with what they know of. */
interface Client {
  readonly number: number;
  readonly random: Random;
  readonly known: Map<string, KnownOrder>;
  /** Ids of entries of waiting lists, with the mark that their orders will have. */
  readonly entries: Map<string, string>;
}

async function placeOne(load: Load, client: Client): Promise<void> {
  const { random, known, entries, number } = client;
  const id = newId();
  const operation = random.weighted(placings);
  const asked = operation.ask({ id, random, agency: load.agency });
  const job = { id, client: number, times: timesOf(load, random), asked, operation };
  const { claims, outcome } = await perform(load, job);
  const [claim] = claims;
  if (claim?.kind === 'order')
    known.set(claim.orderId, knownBy(claim, { ...asked.body, mark: id, seller: operation.by }));
  // Whoever waits asks at headquarters, whose list it is.
  if (outcome !== 'failed' || operation.by !== 'sales' || random.next() >= waits.share) return;
  const entryId = await joinOne(load, { ...job, id: newId() }, asked.body);
  if (entryId !== undefined) entries.set(entryId.id, entryId.mark);
}

const knownBy = (
  claim: Claim & { kind: 'order' },
  { departureId, mark, seller }: Pick<KnownOrder, 'departureId' | 'mark' | 'seller'>,
): KnownOrder => ({
  ...{ ...stateOf(claim), id: claim.orderId, paid: 0n },
  ...{ departureId, mark, seller },
});

async function lookAtEntry(load: Load, { number, random, known, entries }: Client): Promise<void> {
  const [entryId, mark] = random.pick([...entries]);
  const { over, order } = await answerOne(
    load,
    { client: number, times: timesOf(load, random), random },
    entryId,
  );
  if (over) entries.delete(entryId);
  if (order) known.set(order.claim.orderId, knownBy(order.claim, { ...order, mark, seller: 'sales' }));
}

async function goOn(
  load: Load,
  { number, random, known }: Client,
  { order, operation }: { order: KnownOrder; operation: OrderOperation },
): Promise<void> {
  const id = newId();
  const asked = await askFor(load, { id, random }, { order, operation });
  if (!asked) return void known.delete(order.id);
  const { outcome, claims } = await perform(load, {
    ...{ id, client: number, times: timesOf(load, random), asked, operation },
    ...{ orderId: order.id, seller: order.seller },
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
  if (claim.kind === 'payment') return settled({ ...order, paid: order.paid + BigInt(claim.amount) });
  if (claim.kind === 'refund') return { ...order, paid: order.paid - BigInt(claim.amount) };
  if (claim.kind === 'cancellation' && claim.scope === 'part') return afterPart(order, claim);
  if (claim.kind === 'transfer' && claim.departureId !== order.departureId)
    return { ...order, departureId: claim.departureId };
  return { ...order, state: 'cancelled' };
}

const stateOf = ({ version, state, seats, total }: Claim & { kind: 'order' }) => ({
  ...{ version, state, seats, total: BigInt(total) },
});

/** In place of what the part cost, its penalty is to be paid: what was paid may be all by now, or more. */
const afterPart = (
  order: KnownOrder,
  { fee, penalty, seats }: Claim & { kind: 'cancellation' },
): KnownOrder =>
  settled({
    ...order,
    total: order.total - BigInt(fee) + BigInt(penalty),
    seats: order.seats - seats,
  });

const settled = (order: KnownOrder): KnownOrder =>
  order.paid < order.total ? order : { ...order, state: 'paid' };

const timesOf = ({ twiceOneIn = 10 }: Load, random: Random) => (random.between(1, twiceOneIn) === 1 ? 2 : 1);
