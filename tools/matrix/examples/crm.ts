import { randomInt } from 'node:crypto';
import type { Examples } from '../example.ts';

const digits = () => String(randomInt(1e7, 1e8));

export const crm: Examples = {
  'GET /v1/customer-names': { query: ({ customerId = '' }) => ({ ids: customerId }) },
  'GET /v1/traveller-names': { query: ({ travellerId = '' }) => ({ ids: travellerId }) },
  // Whoever calls here is no customer: how far they reach makes no difference.
  'PATCH /v1/own-customer': { anothers: true, unknownAs: ['crm/no-own-customer'] },
  'POST /v1/customers': { body: () => ({ name: { zh: `矩阵${crypto.randomUUID()}` } }) },
  'POST /v1/customers/:customerId/travellers': { body: () => ({ birthDate: '1990-01-01' }) },
  'POST /v1/customers/:customerId/travellers/:travellerId/documents': {
    body: () => ({ kind: 'other', number: `A${digits()}` }),
  },
  'POST /v1/customers/:customerId/bank-accounts': { body: () => ({ number: `10${digits()}` }) },
  'DocumentsService/RevealDocument': { body: () => ({ reason: 'the matrix' }) },
  'CustomersService/ListTravellers': { body: ({ travellerId }) => ({ travellerIds: [travellerId] }) },
};
