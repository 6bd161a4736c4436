import { requestErrors, type Call, type UnitOfWork } from '@yitu/persistence';
import type { AskCrm } from '../customers/ask-crm.ts';
import type { Wish } from '../orders/place-order/decide.ts';
import { checkSeats } from './own-buyer.ts';
import { checkOwnTravellers } from './own-customer.ts';
import { portalRulesInForce } from './portal-rules.ts';

interface OwnEdit {
  readonly customerId: string;
  readonly travellerIds: readonly string[];
  readonly counts: Wish['counts'];
}

/**
 * The category of a customer who changes an order of their own: what they may not order, they may not make of an order either.
 * @param customerId of the order @throws request/not-found, booking/too-many-seats, no-such-traveller, crm/unavailable
 */
export async function ownEdit(
  uow: UnitOfWork,
  call: Call,
  crm: AskCrm,
  { customerId, travellerIds, counts }: OwnEdit,
): Promise<string> {
  const [customer] = await uow.rows<{ category: string }>(
    'select category from booking.customers where agency_id = ? and id = ? and account_id = ?',
    [uow.agencyId, customerId, uow.userId],
  );
  if (!customer) throw requestErrors.notFound();
  const { seatsPerOrder } = await portalRulesInForce(uow);
  checkSeats(
    counts.reduce((sum, { count }) => sum + count, 0),
    seatsPerOrder,
  );
  await checkOwnTravellers(uow, call, crm, { customerId, travellerIds });
  return customer.category;
}
