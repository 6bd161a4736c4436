import type { Call, UnitOfWork } from '@yitu/persistence';
import type { Customers } from '../customers/customers.ts';
import { portalErrors } from './errors.ts';
import { lockOwnCustomer, type OwnCustomer } from './own-customer.ts';
import { initialPortalRules, type PortalRules } from './portal-rules.ts';

interface Holding {
  readonly openHolds: number;
  readonly rules: Pick<PortalRules, 'openHolds' | 'seatsPerOrder'> | null;
  readonly knownTravellers: number;
}

/**
 * Who orders for themselves: sold by the branch that looks after them, or by headquarters where that one has closed. Both statements go out at once;
 * the first locks the customer until the order is stored, so that the second, also of an order placed at the same moment, counts what is held by then.
 * @throws booking/no-own-customer, too-many-holds, too-many-seats, and what makes the door ask crm of travellers it has not told of
 */
export async function ownBuyer(
  uow: UnitOfWork,
  call: Call,
  { requireTravellers }: Pick<Customers, 'requireTravellers'>,
  { seats, travellerIds }: { readonly seats: number; readonly travellerIds: readonly string[] },
): Promise<OwnCustomer> {
  const [customer, holding] = await Promise.all([lockOwnCustomer(uow), holdingOf(uow, travellerIds)]);
  checkHolding(holding, seats);
  if (holding.knownTravellers < travellerIds.length)
    requireTravellers(call, { customerId: customer.customerId, travellerIds });
  return customer;
}

async function holdingOf(uow: UnitOfWork, travellerIds: readonly string[]): Promise<Holding> {
  const [holding] = await uow.rows<Holding>(
    `with own as (select id from booking.customers where agency_id = ? and account_id = ?)
     select
       (select count(*)::integer from booking.orders where agency_id = ? and customer_id = (select id from own) and author_id = ?
          and state in ('in-review', 'returned', 'awaiting-payment')) as "openHolds",
       (select jsonb_build_object('openHolds', open_holds, 'seatsPerOrder', seats_per_order) from booking.portal_rules
        where agency_id = ? order by version desc limit 1) as rules,
       (select count(*)::integer from booking.travellers where agency_id = ? and customer_id = (select id from own)
          and id in (select jsonb_array_elements_text(?::jsonb)::uuid)) as "knownTravellers"`,
    [
      ...[uow.agencyId, uow.userId, uow.agencyId, uow.userId, uow.agencyId, uow.agencyId],
      JSON.stringify(travellerIds),
    ],
  );
  if (!holding) throw new Error('the statement always gives one row');
  return holding;
}

function checkHolding({ openHolds: open, rules }: Holding, seats: number): void {
  const { openHolds: limit, seatsPerOrder } = rules ?? initialPortalRules;
  checkSeats(seats, seatsPerOrder);
  if (open < limit) return;
  const message = { zh: '请先付款或取消已有的占位', en: 'needs a hold to be paid for or given up first' };
  throw portalErrors.tooManyHolds(
    { open, limit },
    { fields: [{ field: '/body/departureId', rule: 'open-holds', message }] },
  );
}

/** @throws booking/too-many-seats */
export function checkSeats(seats: number, limit: number): void {
  if (seats <= limit) return;
  const message = { zh: `最多 ${limit} 人`, en: `must not be more than ${limit} travellers` };
  throw portalErrors.tooManySeats(
    { limit },
    { fields: [{ field: '/body/counts', rule: 'seats-per-order', message }] },
  );
}
