import type { Examples } from '../example.ts';

const prices = () => [{ travellerCategory: 'adult', customerCategory: '*', amount: '100' }];
const seasons = () => [
  { name: { zh: '全年', en: 'All year' }, from: '2026-01-01', to: '2026-12-31', prices: prices() },
];

export const booking: Examples = {
  'GET /v1/product-comparisons': { query: ({ productId = '' }) => ({ productIds: productId }) },
  'POST /v1/departures': {
    body: () => ({
      groupNumber: `M-${crypto.randomUUID()}`,
      prices: prices(),
    }),
  },
  'GET /v1/orders/:orderId/cancellation': {
    params: ({ cancelledOrderId = '' }) => ({ orderId: cancelledOrderId }),
  },
  'PUT /v1/departures/:departureId/prices': { body: () => ({ prices: prices() }) },
  'POST /v1/price-lists': { body: () => ({ seasons: seasons() }) },
  'PUT /v1/price-lists/:priceListId': { body: () => ({ seasons: seasons() }) },
  'POST /v1/orders': {
    body: ({ travellerId }) => ({
      counts: [{ category: 'adult', count: 1 }],
      travellers: [{ travellerId, category: 'adult' }],
    }),
    needs: ['crm.customer.read', 'crm.traveller.read'],
  },
  // Who orders for themselves is known by their account: those who call here have no customer.
  'POST /v1/own-orders': {
    body: () => ({ counts: [{ category: 'adult', count: 1 }], travellers: [] }),
  },
  'PUT /v1/commission-rules': { body: () => ({ rules: [{ basisPoints: 100 }] }) },
  'GET /v1/commission-reports': { query: () => ({ from: '2026-01', to: '2026-12' }) },
  'POST /v1/agent-price-lists': { body: () => ({ prices: [] }), wholeAgency: true },
  'PUT /v1/agent-price-lists/:agentPriceListId': { body: () => ({ prices: [] }), wholeAgency: true },
  'POST /v1/credit-limits': {
    body: () => ({ limit: { amount: '100', currency: 'CNY' } }),
    wholeAgency: true,
  },
  'POST /v1/credit-limits/:creditLimitId/approval': { wholeAgency: true },
};
