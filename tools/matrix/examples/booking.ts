import { png } from '../../../services/booking/src/fixtures/picture-bytes.ts';
import type { Examples } from '../example.ts';
import type { Objects } from '../objects.ts';

const prices = () => [{ travellerCategory: 'adult', customerCategory: '*', amount: '100' }];
const seasons = () => [
  { name: { zh: '全年', en: 'All year' }, from: '2026-01-01', to: '2026-12-31', prices: prices() },
];

const picture = () => new Uint8Array(png());
const ofProduct = ({ productPictureId = '' }: Objects) => ({ pictureId: productPictureId });
const ofArticle = ({ articlePictureId = '' }: Objects) => ({ pictureId: articlePictureId });
const products = () =>
  new TextEncoder().encode(
    'Product code,Kind,Name (zh),Name (en),Summary (zh),Summary (en),Country,City,Days\nM-1,day-trip,一日,Day,简介,Summary,CN,桂林,1',
  );

export const booking: Examples = {
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
