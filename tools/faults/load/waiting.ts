import { newId } from '@yitu/kernel';
import type { Claim } from '../history/operation.ts';
import type { Random } from '../random.ts';
import { orderClaim, type Answer, type Asked, type OrderOperation, type Placed } from './operations.ts';
import { perform, type Performing } from './perform.ts';

type Answering = Pick<OrderOperation, 'name' | 'event' | 'by' | 'claim'>;

const entryClaim = (answer: Answer): Claim => ({
  ...{ kind: 'waiting', entryId: String(answer['id']), version: Number(answer['version']) },
});

const ending = (name: string, what: string): Answering => ({
  ...{ name, by: 'sales', event: `booking.waiting-entry.${what}.v1`, claim: entryClaim },
});
const join = ending('join', 'joined');
const decline = ending('decline', 'declined');
const leave = ending('leave', 'left');
const accept: Answering = {
  ...{ name: 'accept', by: 'sales', event: 'booking.order.placed.v1', claim: orderClaim },
};

const entries = '/api/booking/v1/waiting-entries';

interface Sender {
  readonly client: number;
  /** How often it is sent at once. */
  readonly times: number;
}

/** Waits for the seats that an order did not find, without its coupons. @returns the entry, and the mark that an order of it will have; nothing where there is room again */
export async function joinOne(
  load: Performing,
  { id, client, times }: Sender & { readonly id: string },
  { departureId, customerId, counts }: Pick<Placed, 'departureId' | 'customerId' | 'counts'>,
): Promise<{ readonly id: string; readonly mark: string } | undefined> {
  const path = `/api/booking/v1/departures/${departureId}/waiting-list`;
  const asked: Asked = { method: 'POST', path, body: { customerId, counts, note: id } };
  const { claims } = await perform(load, { id, client, times, asked, operation: join });
  const [claim] = claims;
  return claim?.kind === 'waiting' ? { id: claim.entryId, mark: id } : undefined;
}

interface Entry {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly departureId: string;
}

export interface Answered {
  /** Whether nothing more is to be had of the entry. */
  readonly over: boolean;
  readonly order?: { readonly claim: Claim & { kind: 'order' }; readonly departureId: string };
}

/** Looks whether it is an entry's turn: most offers are taken; few leave before. */
export async function answerOne(
  load: Performing,
  { random, ...sender }: Sender & { readonly random: Random },
  entryId: string,
): Promise<Answered> {
  const entry = await load.agency.people.sales
    .api()
    .get<Entry>(`${entries}/${entryId}`)
    .catch(() => undefined); // the system is struck: another time
  if (!entry) return { over: false };
  const chance = random.next();
  if (entry.state === 'waiting' && chance < 0.9) return { over: false };
  if (entry.state === 'offered' && chance < 0.7) {
    const { claims } = await send(load, sender, entry, accept);
    const [claim] = claims;
    return {
      over: true,
      ...(claim?.kind === 'order' && { order: { claim, departureId: entry.departureId } }),
    };
  }
  if (entry.state === 'offered') await send(load, sender, entry, decline);
  if (entry.state === 'waiting') await send(load, sender, entry, leave);
  return { over: true };
}

function send(load: Performing, sender: Sender, { id: entryId, version }: Entry, operation: Answering) {
  const path = `${entries}/${entryId}`;
  const askedBy: Readonly<Record<string, Asked>> = {
    accept: { method: 'POST', path: `${path}/acceptance`, version },
    decline: { method: 'POST', path: `${path}/refusal`, version },
    leave: { method: 'DELETE', path, version },
  };
  const asked = askedBy[operation.name];
  if (!asked) throw new Error(`nobody can ${operation.name} an entry`);
  return perform(load, { ...sender, id: newId(), asked, operation });
}

/** Nobody waits any more: what is offered is turned down, until all seats that are not sold can be bought. */
export async function endWaiting(load: Performing): Promise<void> {
  const sender = { client: -1, times: 1 };
  for (const { id } of load.agency.departures)
    for (const state of ['waiting', 'offered'])
      for (const entry of await listed(load, id, state))
        await send(load, sender, entry, state === 'offered' ? decline : leave);
}

/** All of them: the first page is emptied by what follows, and is looked at again. */
async function listed({ agency }: Performing, departureId: string, state: string): Promise<readonly Entry[]> {
  const all: Entry[] = [];
  for (let after = ''; ;) {
    const path = `/api/booking/v1/departures/${departureId}/waiting-list?state=${state}&limit=100${after}`;
    const page = await agency.people.sales.api().get<{ entries: Entry[]; next: string | null }>(path);
    all.push(...page.entries);
    if (page.next === null) return all;
    after = `&after=${page.next}`;
  }
}
