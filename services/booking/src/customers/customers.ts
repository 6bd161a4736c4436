import { requirePermission, type Permission, type Person } from '@yitu/access';
import type { Call, UnitOfWork } from '@yitu/persistence';
import type { AskCrm } from './ask-crm.ts';
import { crmAnswers, type CrmAnswers, type Party } from './ask-first.ts';

/**
 * The category of an order's customer, who must be visible to the caller, as must be the travellers, who are the customer's. What crm has told is
 * enough; crm itself is asked only where it is not: about who was entered a moment ago, and about what is not to be seen. That is done before the
 * transaction (see `askingFirst`).
 */
export type CategoryOf = (uow: UnitOfWork, call: Call, party: Party) => Promise<string>;

/** What transactions need to know of customers; operations that use it are done through `askingFirst`. */
export interface Customers extends Pick<CrmAnswers, 'ask' | 'requireTravellers'> {
  readonly categoryOf: CategoryOf;
  /** That the travellers are the caller's own, who see whoever is theirs. */
  readonly requireOwnTravellers: (uow: UnitOfWork, call: Call, party: Party) => Promise<void>;
}

export function customersOf(crm: AskCrm): Customers {
  const answers = crmAnswers(crm);
  const { ask, requireTravellers } = answers;
  return {
    ...{ ask, requireTravellers },
    categoryOf: categoryOf(answers),
    requireOwnTravellers: requireOwnTravellers(answers),
  };
}

/** @throws access/forbidden, and what makes the door ask crm */
const categoryOf =
  (crm: CrmAnswers): CategoryOf =>
  async (uow, call, party) => {
    const known = await knownOf(uow, party);
    const seen =
      known?.customer && sees(call, 'crm.customer.read', known.customer) ? known.customer : undefined;
    const travellersSeen =
      party.travellerIds.length === 0 ||
      (known?.travellers === party.travellerIds.length &&
        known.customer !== null &&
        sees(call, 'crm.traveller.read', known.customer));
    const unseen = travellersSeen ? { ...party, travellerIds: [] } : party;
    if (!seen) return crm.categoryOf(call, unseen);
    crm.requireTravellers(call, unseen);
    return seen.category;
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

/** @throws what makes the door ask crm about those it has not told of */
const requireOwnTravellers =
  (crm: CrmAnswers): Customers['requireOwnTravellers'] =>
  async (uow, call, party) => {
    if (party.travellerIds.length === 0) return;
    const known = await knownOf(uow, party);
    if ((known?.travellers ?? 0) < party.travellerIds.length) crm.requireTravellers(call, party);
  };
