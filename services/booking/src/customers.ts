import { crm } from '@yitu/contracts';
import { DomainError } from '@yitu/kernel';
import type { Ask, Behalf } from '@yitu/runtime';
import { errors } from './errors.ts';

/** What booking asks of crm. Both answers are needed before an order can be priced: without crm no order is placed. */
export interface Customers {
  /** @throws booking/no-such-customer, crm/unavailable */
  get(behalf: Behalf, customerId: string): Promise<{ readonly category: string }>;
  /** @throws booking/no-such-traveller when one is unknown or another customer's, crm/unavailable */
  checkTravellers(behalf: Behalf, customerId: string, travellerIds: readonly string[]): Promise<void>;
}

/** Customers as crm tells of them over gRPC. */
export const customersOf = (ask: Ask): Customers => ({
  get: async (behalf, customerId) => {
    try {
      return await ask(crm.CustomersServiceService.getCustomer, { customerId }, behalf);
    } catch (error) {
      if (error instanceof DomainError && error.status === 404) throw errors.noSuchCustomer();
      throw error;
    }
  },
  checkTravellers: async (behalf, customerId, travellerIds) => {
    if (travellerIds.length === 0) return;
    const { travellers } = await ask(
      crm.CustomersServiceService.listTravellers,
      { travellerIds: [...travellerIds] },
      behalf,
    );
    const theirs = new Set(
      travellers.filter((one) => one.customerId === customerId).map((one) => one.travellerId),
    );
    const foreign = travellerIds.filter((id) => !theirs.has(id));
    if (foreign.length > 0) throw errors.noSuchTraveller({ count: foreign.length });
  },
});
