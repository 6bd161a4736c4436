import { command, type Call, type UnitOfWork } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import type { Customers } from '../customers/customers.ts';
import { checkOnSale } from '../orders/place-order/decide.ts';
import { offerOf } from '../orders/place-order/offer-of.ts';
import { orderFields } from '../orders/place-order/route.ts';
import type { Wanted } from '../orders/place-order/wanted.ts';
import { waitFor } from '../waiting-list/join-waiting-list.ts';
import { portalErrors } from '../portal/errors.ts';
import { checkSeats } from '../portal/own-buyer.ts';
import { lockOwnCustomer } from '../portal/own-customer.ts';
import { portalRulesInForce } from '../portal/portal-rules.ts';
import { OwnWaitingEntry, ownWaitingEntry } from './own-waiting-entry.ts';

type Joining = Wanted & { readonly customers: Customers; readonly call: Call };

/** A customer waits for themselves, at so many departures at once as the portal's rules say. Price and channel are those of the portal. */
const joinOwn = command(
  { permission: 'booking.own-waiting-list.join' },
  async (uow, { customers, call, ...wanted }: Joining) => {
    const offer = await offerOf(uow, wanted.departureId, null);
    const customer = await lockOwnCustomer(uow);
    const { customerId } = customer;
    const { waitingEntries, seatsPerOrder } = await portalRulesInForce(uow);
    checkSeats(
      wanted.counts.reduce((sum, { count }) => sum + count, 0),
      seatsPerOrder,
    );
    await checkEntries(uow, customerId, waitingEntries);
    const travellerIds = wanted.travellers.map(({ travellerId }) => travellerId);
    await customers.requireOwnTravellers(uow, call, { customerId, travellerIds });
    checkOnSale(offer, uow.now);
    const entry = await waitFor(uow, wanted, offer, { ...customer, channel: 'portal' });
    return ownWaitingEntry(uow, entry.id);
  },
);

/** @throws booking/too-many-waiting-entries */
async function checkEntries(uow: UnitOfWork, customerId: string, limit: number): Promise<void> {
  const [row] = await uow.rows<{ open: number }>(
    `select count(*)::integer as open from booking.waiting_entries where agency_id = ? and customer_id = ? and state in ('waiting', 'offered')`,
    [uow.agencyId, customerId],
  );
  const open = row?.open ?? 0;
  if (open < limit) return;
  const message = { zh: '请先放弃其他候补', en: 'needs another waiting list to be left first' };
  throw portalErrors.tooManyWaitingEntries(
    { open, limit },
    { fields: [{ field: '/body/departureId', rule: 'waiting-entries', message }] },
  );
}

export const joinOwnWaitingListRoute = (customers: Customers) =>
  route({
    method: 'POST',
    path: '/v1/own-waiting-entries',
    summary: 'Wait for seats of a full departure; what comes free is offered in turn, for a limited time',
    access: 'booking.own-waiting-list.join',
    body: Type.Object({ departureId: Id, ...orderFields }),
    result: OwnWaitingEntry,
    status: 201,
    handle: (call, { body }) => joinOwn(call, { ...body, customers, call }),
  });
