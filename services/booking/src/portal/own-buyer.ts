import { directoryErrors } from '@yitu/directory';
import type { Call, UnitOfWork } from '@yitu/persistence';
import type { AskCrm } from '../customers/ask-crm.ts';
import { portalErrors } from './errors.ts';
import { initialPortalRules, type PortalRules } from './portal-rules.ts';

/** The customer whose account the caller has, and where they buy. */
export interface OwnBuyer {
  readonly customerId: string;
  readonly customerCategory: string;
  readonly branchId: string;
}

interface Holding {
  readonly openHolds: number;
  readonly rules: PortalRules | null;
  readonly knownTravellers: number;
}

/**
 * Who orders for themselves: sold by the branch that looks after them, or by headquarters where that one has closed. Both statements go out at once;
 * the first locks the customer until the order is stored, so that the second, also of an order placed at the same moment, counts what is held by then.
 * @throws booking/no-own-customer, too-many-holds, too-many-seats, no-such-traveller, and crm/unavailable where crm must be asked
 */
export async function ownBuyer(
  uow: UnitOfWork,
  call: Call,
  crm: AskCrm,
  { seats, travellerIds }: { readonly seats: number; readonly travellerIds: readonly string[] },
): Promise<OwnBuyer> {
  const [customer, holding] = await Promise.all([lockOwn(uow), holdingOf(uow, travellerIds)]);
  if (!customer) throw portalErrors.noOwnCustomer();
  const { customerId, customerCategory, branchId } = customer;
  if (branchId === null) throw directoryErrors.branchUnknown();
  checkHolding(holding, seats);
  if (holding.knownTravellers < travellerIds.length)
    await crm.checkTravellers(call, customerId, travellerIds);
  return { customerId, customerCategory, branchId };
}

async function lockOwn(uow: UnitOfWork) {
  const [customer] = await uow.rows<Omit<OwnBuyer, 'branchId'> & { readonly branchId: string | null }>(
    `select id as "customerId", category as "customerCategory",
       (select id from booking.branches where agency_id = customers.agency_id and not closed and (id = branch_id or kind = 'headquarters')
        order by (id = branch_id) desc limit 1) as "branchId"
     from booking.customers where agency_id = ? and account_id = ? for no key update of customers`,
    [uow.agencyId, uow.userId],
  );
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
  if (seats > seatsPerOrder) {
    const message = {
      zh: `最多 ${seatsPerOrder} 人`,
      en: `must not be more than ${seatsPerOrder} travellers`,
    };
    throw portalErrors.tooManySeats(
      { limit: seatsPerOrder },
      { fields: [{ field: '/body/counts', rule: 'seats-per-order', message }] },
    );
  }
  if (open < limit) return;
  const message = { zh: '请先付款或取消已有的占位', en: 'needs a hold to be paid for or given up first' };
  throw portalErrors.tooManyHolds(
    { open, limit },
    { fields: [{ field: '/body/departureId', rule: 'open-holds', message }] },
  );
}
