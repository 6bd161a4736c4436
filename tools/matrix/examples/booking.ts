import { png } from '../../../services/booking/src/fixtures/picture-bytes.ts';
import type { Examples } from '../example.ts';
import type { Objects } from '../objects.ts';

const prices = () => [{ travellerCategory: 'adult', customerCategory: '*', amount: '100' }];
const seasons = () => [
  { name: { zh: '全年', en: 'All year' }, from: '2026-01-01', to: '2026-12-31', prices: prices() },
];

/** A quotation of something that is no departure's. */
const quotation = () => ({
  currency: 'CNY',
  lines: [{ kind: 'other', text: { zh: '服务费', en: 'Service' }, count: 1, unitPrice: '100' }],
  validUntil: Temporal.Now.plainDateISO().add({ days: 30 }).toString(),
});
const revision = { params: () => ({ revision: '1' }) };
/** Suppliers of the directory, by which nothing of other services is meant. */
const supplier = {
  params: ({ directorySupplierId = '', rateId = '' }) => ({ supplierId: directorySupplierId, rateId }),
};
const mark = () => crypto.randomUUID().slice(0, 12);
const picture = () => new Uint8Array(png());
const ofProduct = ({ productPictureId = '' }: Objects) => ({ pictureId: productPictureId });
const ofArticle = ({ articlePictureId = '' }: Objects) => ({ pictureId: articlePictureId });
const products = () =>
  new TextEncoder().encode(
    'Product code,Kind,Name (zh),Name (en),Summary (zh),Summary (en),Country,City,Days\nM-1,day-trip,一日,Day,简介,Summary,CN,桂林,1',
  );

export const booking: Examples = {
  'GET /v1/tasks/:kind': { params: () => ({ kind: 'order-to-review' }) },
  // Everybody sells them all, whichever branch makes them happen.
  'GET /v1/departures': { belongsTo: 'agency' },
  'GET /v1/departures/:departureId': { belongsTo: 'agency' },
  'GET /v1/departure-days': { query: () => ({ month: '2026-12' }) },
  'GET /v1/departure-names': { query: ({ departureId = '' }) => ({ ids: departureId }) },
  'GET /v1/departures/:departureId/order-price': { query: () => ({ adult: '1' }) },
  'GET /v1/order-names': { query: ({ orderId = '' }) => ({ ids: orderId }) },
  'POST /v1/products/:productId/pictures': { file: picture, needs: ['booking.product.publish'] },
  'POST /v1/articles/:articleId/pictures': { file: picture, needs: ['booking.article.publish'] },
  'PUT /v1/products/:productId/pictures': { body: () => ({ pictures: [] }) },
  'PUT /v1/articles/:articleId/pictures': { body: () => ({ pictures: [] }) },
  'GET /v1/products/:productId/pictures/:pictureId': { params: ofProduct },
  'GET /v1/articles/:articleId/pictures/:pictureId': { params: ofArticle },
  'DELETE /v1/products/:productId/pictures/:pictureId': { params: ofProduct },
  'DELETE /v1/articles/:articleId/pictures/:pictureId': { params: ofArticle },
  'POST /v1/imports': { file: products, needs: ['booking.product.create'] },
  'GET /v1/import-templates/:kind': { params: () => ({ kind: 'products' }) },
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
  'POST /v1/departures/:departureId/waiting-list': {
    body: () => ({ counts: [{ category: 'adult', count: 1 }], travellers: [] }),
    needs: ['crm.customer.read'],
  },
  'PUT /v1/orders/:orderId': {
    body: () => ({ counts: [{ category: 'adult', count: 1 }], travellers: [] }),
    needs: ['crm.customer.read'],
  },
  'POST /v1/orders/:orderId/travellers': {
    body: ({ travellerId }) => ({ travellers: [{ travellerId, category: 'adult' }] }),
    needs: ['crm.customer.read', 'crm.traveller.read'],
  },
  'POST /v1/orders/:orderId/traveller-replacements': {
    body: ({ travellerId }) => ({ travellerId, byTravellerId: travellerId }),
    needs: ['crm.customer.read', 'crm.traveller.read'],
  },
  'PUT /v1/products/:productId/payment-terms': { body: () => ({ terms: null }) },
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
  // Likewise what one is quoted oneself: whoever calls here finds nothing, however far they reach.
  'POST /v1/own-quotation-requests': { body: () => ({ travellers: 2, words: 'matrix' }) },
  'GET /v1/own-quotation-requests': { anothers: true },
  'GET /v1/own-quotation-requests/:quotationRequestId': { anothers: true },
  'DELETE /v1/own-quotation-requests/:quotationRequestId': { anothers: true },
  'GET /v1/own-quotations': { anothers: true },
  'GET /v1/own-quotations/:quotationId': { anothers: true },
  'GET /v1/own-quotations/:quotationId/revisions/:revision': { ...revision, anothers: true },
  'GET /v1/own-quotations/:quotationId/revisions/:revision/document': { ...revision, anothers: true },
  'POST /v1/own-quotations/:quotationId/acceptance': { anothers: true },
  'POST /v1/own-quotations/:quotationId/declination': { anothers: true },
  'POST /v1/own-quotations/:quotationId/order': { anothers: true },
  'PUT /v1/own-orders/:orderId': {
    body: () => ({ counts: [{ category: 'adult', count: 1 }], travellers: [] }),
    anothers: true,
  },
  'POST /v1/own-orders/:orderId/travellers': {
    body: ({ travellerId }) => ({ travellers: [{ travellerId, category: 'adult' }] }),
    anothers: true,
  },
  'POST /v1/own-orders/:orderId/group-choices': { body: () => ({ choice: 'refund' }), anothers: true },
  'POST /v1/own-waiting-entries': {
    body: () => ({ counts: [{ category: 'adult', count: 1 }], travellers: [] }),
  },
  'GET /v1/own-waiting-entries': { anothers: true },
  'GET /v1/own-waiting-entries/:waitingEntryId': { anothers: true },
  'POST /v1/own-waiting-entries/:waitingEntryId/acceptance': { anothers: true },
  'POST /v1/own-waiting-entries/:waitingEntryId/refusal': { anothers: true },
  'DELETE /v1/own-waiting-entries/:waitingEntryId': { anothers: true },
  'PUT /v1/public-holidays/:year': {
    params: () => ({ year: '2027' }),
    body: () => ({ days: [{ date: '2027-01-01', kind: 'off' }] }),
  },
  'PUT /v1/city-names': { body: () => ({ cities: [] }) },
  'PUT /v1/commission-rules': { body: () => ({ rules: [{ basisPoints: 100 }] }) },
  'GET /v1/commission-reports': { query: () => ({ from: '2026-01', to: '2026-12' }) },
  'POST /v1/agent-price-lists': { body: () => ({ prices: [] }), wholeAgency: true },
  'PUT /v1/agent-price-lists/:agentPriceListId': { body: () => ({ prices: [] }), wholeAgency: true },
  'POST /v1/credit-limits': {
    body: () => ({ limit: { amount: '100', currency: 'CNY' } }),
    wholeAgency: true,
  },
  'POST /v1/credit-limits/:creditLimitId/approval': { wholeAgency: true },
  'POST /v1/quotations': {
    body: () => ({ ...quotation(), quotationRequestId: undefined }),
    needs: ['crm.customer.read'],
  },
  'PUT /v1/quotations/:quotationId': { body: quotation, needs: ['crm.customer.read'] },
  'POST /v1/quotations/:quotationId/below-cost-approval': { needs: ['booking.quotation-cost.read'] },
  'GET /v1/quotations/:quotationId/revisions/:revision': revision,
  'GET /v1/quotations/:quotationId/revisions/:revision/document': revision,
  'POST /v1/coupon-campaigns': { body: () => ({ kind: 'fixed', value: '100', codes: [mark()] }) },
  'POST /v1/exchange-rates': { body: () => ({ fromCurrency: 'CNY', toCurrency: 'USD', rate: '0.14' }) },
  'GET /v1/suppliers/:supplierId': supplier,
  'PUT /v1/suppliers/:supplierId': supplier,
  'POST /v1/suppliers/:supplierId/blocking': supplier,
  'POST /v1/suppliers/:supplierId/unblocking': supplier,
  'GET /v1/suppliers/:supplierId/contacts': supplier,
  'PUT /v1/suppliers/:supplierId/contacts': { ...supplier, body: () => ({ contacts: [] }) },
  'GET /v1/suppliers/:supplierId/rates': supplier,
  'POST /v1/suppliers/:supplierId/rates': {
    ...supplier,
    body: () => ({ service: mark(), amount: '100' }),
  },
  'DELETE /v1/suppliers/:supplierId/rates/:rateId': supplier,
  'GET /v1/suppliers/:supplierId/ratings': supplier,
  'POST /v1/suppliers/:supplierId/ratings': supplier,
};
