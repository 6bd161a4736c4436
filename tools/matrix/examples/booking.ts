import type { Examples } from '../example.ts';

export const booking: Examples = {
  'GET /v1/product-comparisons': { query: ({ productId = '' }) => ({ productIds: productId }) },
  'POST /v1/departures': {
    body: () => ({
      groupNumber: `M-${crypto.randomUUID()}`,
      prices: [{ travellerCategory: 'adult', customerCategory: '*', amount: '100' }],
    }),
  },
  'POST /v1/orders': {
    body: ({ travellerId }) => ({
      counts: [{ category: 'adult', count: 1 }],
      travellers: [{ travellerId, category: 'adult' }],
    }),
    needs: ['crm.customer.read', 'crm.traveller.read'],
  },
};
