import { crm } from '@yitu/contracts';
import type { Ask, Behalf } from '@yitu/runtime';
import { errors } from './errors.ts';
import { found } from './remote.ts';

/** What itinerary asks of crm: a request and a contract are made for somebody who is known there. */
export interface Customers {
  /** @throws itinerary/no-such-customer, crm/unavailable */
  get(behalf: Behalf, customerId: string): Promise<{ readonly displayName: string }>;
}

/** Customers as crm tells of them over gRPC. */
export const customersOf = (ask: Ask): Customers => ({
  get: (behalf, customerId) =>
    found(ask(crm.CustomersServiceService.getCustomer, { customerId }, behalf), errors.noSuchCustomer),
});
