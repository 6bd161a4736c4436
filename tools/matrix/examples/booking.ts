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
  'PUT /v1/allotments/:allotmentId/dates': { body: () => ({ quantity: 100 }) },
  'POST /v1/allotments/:allotmentId/takings': {
    body: ({ orderId }) => ({ orderId, departureId: undefined }),
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
};
