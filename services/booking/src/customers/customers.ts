import { requirePermission, type Permission, type Person } from '@yitu/access';
import type { Call, UnitOfWork } from '@yitu/persistence';
import type { AskCrm } from './ask-crm.ts';

/** Whom an order is for. */
export interface Party {
  readonly customerId: string;
  readonly travellerIds: readonly string[];
}

/**
 * The category of an order's customer, who must be visible to the caller, as must be the travellers, who are the customer's. What crm has told is
 * enough; crm itself is asked only where it is not: about who was entered a moment ago, and about what is not to be seen.
 */
export type CategoryOf = (uow: UnitOfWork, call: Call, party: Party) => Promise<string>;

/** @throws booking/no-such-customer, booking/no-such-traveller, access/forbidden, and crm/unavailable where crm must be asked */
export const categoryOf =
  (crm: AskCrm): CategoryOf =>
  async (uow, call, party) => {
    const known = await knownOf(uow, party);
    const seen =
      known?.customer && sees(call, 'crm.customer.read', known.customer) ? known.customer : undefined;
    const travellersSeen =
      party.travellerIds.length === 0 ||
      (known?.travellers === party.travellerIds.length &&
        known.customer !== null &&
        sees(call, 'crm.traveller.read', known.customer));
    const [category] = await Promise.all([
      seen ? seen.category : crm.category(call, party.customerId),
      travellersSeen ? undefined : crm.checkTravellers(call, party.customerId, party.travellerIds),
    ]);
    return category;
  };

interface Customer {
  readonly branchId: string;
  readonly ownerId: string;
  readonly category: string;
}

/** What crm has told of the customer, and how many of the travellers are theirs. */
async function knownOf(uow: UnitOfWork, { customerId, travellerIds }: Party) {
  const [known] = await uow.rows<{ customer: Customer | null; travellers: number }>(
    `select
       (select jsonb_build_object('branchId', branch_id, 'ownerId', owner_id, 'category', category)
        from booking.customers where agency_id = ? and id = ?) as customer,
       (select count(*)::integer from booking.travellers
        where agency_id = ? and customer_id = ? and id in (select jsonb_array_elements_text(?::jsonb)::uuid)) as travellers`,
    [uow.agencyId, customerId, uow.agencyId, customerId, JSON.stringify(travellerIds)],
  );
  return known;
}

/** Whether the caller's permission reaches a customer. @throws access/forbidden where they have none at all */
function sees({ principal }: Call, permission: Permission, { branchId, ownerId }: Customer): boolean {
  const { member, reach } = requirePermission(principal, permission);
  if (reach === 'agency') return true;
  const { branchIds, userId } = member as Person; // others have every permission with the agency's reach
  return reach === 'branch' ? branchIds.includes(branchId) : ownerId === userId;
}
