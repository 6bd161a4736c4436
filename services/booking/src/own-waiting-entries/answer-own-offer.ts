import { command, type Call, type UnitOfWork } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import type { Customers } from '../customers/customers.ts';
import type { Party } from '../customers/ask-first.ts';
import { OrderView, orderView } from '../orders/order.ts';
import { accept, decline, leave } from '../waiting-list/answer-offer.ts';
import { WaitingEntry } from '../waiting-list/waiting-entry.ts';
import { asSeenBy } from '../portal/as-seen-by.ts';
import { ownBuyer } from '../portal/own-buyer.ts';
import { ownCustomerId } from '../portal/own-customer.ts';
import { OwnWaitingEntry, ownWaitingEntry } from './own-waiting-entry.ts';

interface Named {
  readonly entryId: string;
  readonly version: number;
}

/** An entry of the customer who calls, whoever has made it. @throws request/not-found, request/stale-version */
const lockOwn = async (uow: UnitOfWork, { entryId: id, version }: Named): Promise<WaitingEntry> =>
  uow.lock(WaitingEntry, { id, customerId: await ownCustomerId(uow) }, version);

/**
 * The order is the customer's own, and counts as one of those they may hold unpaid; how many travel has been agreed on before. What the staff has noted
 * stays with the entry: an author reads the notes of an order.
 */
const acceptOwn = command(
  { permission: 'booking.own-order.place' },
  async (
    uow,
    { customers, call, ...named }: Named & { readonly customers: Customers; readonly call: Call },
  ) => {
    const entry = await lockOwn(uow, named);
    const categoryOf = async ({ travellerIds }: Party) =>
      (await ownBuyer(uow, call, customers, { seats: 0, travellerIds })).customerCategory;
    const order = await accept(uow, entry, categoryOf, entry.authorId === uow.userId ? entry.note : '');
    return asSeenBy(uow.member, orderView(order));
  },
);

const ending = (end: (uow: UnitOfWork, entry: WaitingEntry) => Promise<void>) =>
  command({ permission: 'booking.own-waiting-list.leave' }, async (uow, named: Named) => {
    const entry = await lockOwn(uow, named);
    await end(uow, entry);
    await uow.em.flush();
    return ownWaitingEntry(uow, entry.id);
  });

const declineOwn = ending(decline);
const leaveOwn = ending(leave);

const params = Type.Object({ waitingEntryId: Id });

export const answerOwnOfferRoutes = (customers: Customers) => [
  route({
    method: 'POST',
    path: '/v1/own-waiting-entries/:waitingEntryId/acceptance',
    summary: 'Turn offered seats into an order, which waits for review',
    access: 'booking.own-order.place',
    params,
    result: OrderView,
    status: 201,
    versioned: true,
    handle: (call, { params: { waitingEntryId: entryId }, version }) =>
      acceptOwn(call, { entryId, version, customers, call }),
  }),
  route({
    method: 'POST',
    path: '/v1/own-waiting-entries/:waitingEntryId/refusal',
    summary: 'Turn an offer down; its seats go to the next',
    access: 'booking.own-waiting-list.leave',
    params,
    result: OwnWaitingEntry,
    versioned: true,
    handle: (call, { params: { waitingEntryId: entryId }, version }) =>
      declineOwn(call, { entryId, version }),
  }),
  route({
    method: 'DELETE',
    path: '/v1/own-waiting-entries/:waitingEntryId',
    summary: 'Wait no longer',
    access: 'booking.own-waiting-list.leave',
    params,
    result: OwnWaitingEntry,
    versioned: true,
    handle: (call, { params: { waitingEntryId: entryId }, version }) => leaveOwn(call, { entryId, version }),
  }),
];
