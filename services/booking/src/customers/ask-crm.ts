import { crm } from '@yitu/contracts';
import { DomainError } from '@yitu/kernel';
import type { Ask, Behalf } from '@yitu/runtime';
import { errors } from '../errors.ts';

/** What booking asks of crm about people it has not been told of yet. */
export interface AskCrm {
  /** @throws booking/no-such-customer, crm/unavailable */
  category(behalf: Behalf, customerId: string): Promise<string>;
  /** @throws booking/no-such-traveller when one is unknown or another customer's, crm/unavailable */
  checkTravellers(behalf: Behalf, customerId: string, travellerIds: readonly string[]): Promise<void>;
  /** Customers within reach, by a part of the name or the whole phone number. @throws crm/not-valid, crm/unavailable */
  findCustomers(behalf: Behalf, wanted: crm.FindCustomersRequest): Promise<crm.FindCustomersResponse>;
  /** Who cannot travel as booked and by which rule, and who lacks a document. @throws crm/unavailable */
  check(behalf: Behalf, question: crm.CheckTravellersRequest): Promise<crm.CheckTravellersResponse>;
}

/** Customers as crm tells of them over gRPC. */
export const askCrm = (ask: Ask): AskCrm => ({
  category: async (behalf, customerId) => {
    try {
      const { category } = await ask(crm.CustomersServiceService.getCustomer, { customerId }, behalf);
      return category;
    } catch (error) {
      if (error instanceof DomainError && error.status === 404) throw errors.noSuchCustomer();
      throw error;
    }
  },
  checkTravellers: async (behalf, customerId, travellerIds) => {
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
  findCustomers: (behalf, wanted) => ask(crm.CustomersServiceService.findCustomers, wanted, behalf),
  check: (behalf, question) => ask(crm.CustomersServiceService.checkTravellers, question, behalf),
});
