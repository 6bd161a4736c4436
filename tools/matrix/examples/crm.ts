import { randomInt } from 'node:crypto';
import type { Examples } from '../example.ts';
import type { Objects } from '../objects.ts';

const digits = () => String(randomInt(1e7, 1e8));

const table = () => new TextEncoder().encode('中文姓名\n矩阵');
const ofCustomers = { params: ({ customerImportId = '' }: Objects) => ({ importId: customerImportId }) };

export const crm: Examples = {
  'POST /v1/imports': { file: table, needs: ['crm.customer.enter'] },
  'GET /v1/import-templates/:kind': { params: () => ({ kind: 'customers' }) },
  'GET /v1/imports/:importId': ofCustomers,
  'GET /v1/imports/:importId/rows': ofCustomers,
  'GET /v1/imports/:importId/errors': ofCustomers,
  'POST /v1/imports/:importId/cancellations': ofCustomers,
  'GET /v1/customer-names': { query: ({ customerId = '' }) => ({ ids: customerId }) },
  'GET /v1/traveller-names': { query: ({ travellerId = '' }) => ({ ids: travellerId }) },
  // Whoever calls here is no customer: how far they reach makes no difference.
  'PATCH /v1/own-customer': { anothers: true, unknownAs: ['crm/no-own-customer'] },
  'POST /v1/customers/:customerId/consents': {
    body: () => ({ purpose: 'marketing', channel: 'email', given: true, textVersion: '2026-1' }),
  },
  'POST /v1/own-consents': {
    body: () => ({ purpose: 'marketing', channel: 'email', given: true, textVersion: '2026-1' }),
    anothers: true,
    unknownAs: ['crm/no-own-customer'],
  },
  'GET /v1/own-consents': { anothers: true, unknownAs: ['crm/no-own-customer'] },
  'POST /v1/customers': { body: () => ({ name: { zh: `矩阵${crypto.randomUUID()}` } }) },
  'POST /v1/customers/:customerId/travellers': { body: () => ({ birthDate: '1990-01-01' }) },
  'POST /v1/customers/:customerId/travellers/:travellerId/documents': {
    body: () => ({ kind: 'other', number: `A${digits()}` }),
  },
  'POST /v1/customers/:customerId/bank-accounts': { body: () => ({ number: `10${digits()}` }) },
  'DocumentsService/RevealDocument': { body: () => ({ reason: 'the matrix' }) },
  'CustomersService/ListTravellers': { body: ({ travellerId }) => ({ travellerIds: [travellerId] }) },
};
