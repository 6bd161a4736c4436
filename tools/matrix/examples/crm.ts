import type { Examples } from '../example.ts';

export const crm: Examples = {
  'POST /v1/customers': { body: () => ({ name: { zh: `矩阵${crypto.randomUUID()}` } }) },
  'POST /v1/customers/:customerId/travellers': { body: () => ({ birthDate: '1990-01-01' }) },
  'CustomersService/ListTravellers': { body: ({ travellerId }) => ({ travellerIds: [travellerId] }) },
};
