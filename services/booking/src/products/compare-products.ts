import type { Texts } from '@yitu/kernel';
import { query, requestErrors } from '@yitu/persistence';
import { Id, LocalText, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { Product, productView, ProductView } from './product.ts';

type View = Static<typeof ProductView>;

interface Aspect {
  readonly aspect: string;
  readonly name: Texts;
  readonly of: (product: View) => unknown;
}

/** What products are compared by, in this order. */
const aspects: readonly Aspect[] = [
  { aspect: 'kind', name: { zh: '类型', en: 'Kind' }, of: ({ kind }) => kind },
  {
    aspect: 'destination',
    name: { zh: '目的地', en: 'Destination' },
    of: ({ destinationCountry, destinationCity }) => `${destinationCountry} ${destinationCity}`,
  },
  { aspect: 'days', name: { zh: '天数', en: 'Days' }, of: ({ days }) => days },
  { aspect: 'themes', name: { zh: '主题', en: 'Themes' }, of: ({ themes }) => themes.toSorted() },
  {
    aspect: 'transport',
    name: { zh: '交通', en: 'Transport' },
    of: ({ details }) => details.transport?.toSorted(),
  },
  { aspect: 'lodging', name: { zh: '住宿等级', en: 'Lodging' }, of: ({ details }) => details.lodgingClass },
  { aspect: 'inclusions', name: { zh: '费用包含', en: 'Included' }, of: ({ inclusions }) => inclusions },
  { aspect: 'exclusions', name: { zh: '费用不含', en: 'Not included' }, of: ({ exclusions }) => exclusions },
];

interface Price {
  readonly productId: string;
  readonly amount: string;
  readonly currency: string;
  readonly departsOn: string;
}

/** Pure: each aspect with its value of every product, null where one says nothing of it, and whether they differ. */
function compare(products: readonly View[], prices: readonly Price[]) {
  const price = (id: string) =>
    prices
      .filter(({ productId }) => productId === id)
      .map(({ amount, currency, departsOn }) => ({ amount, currency, departsOn }));
  const rows: Aspect[] = [
    ...aspects,
    { aspect: 'price', name: { zh: '起价（成人）', en: 'From, one adult' }, of: ({ id }) => price(id) },
  ];
  return rows.map(({ aspect, name, of }) => {
    const values = products.map((product) => of(product) ?? null);
    return { aspect, name, values, differs: new Set(values.map((value) => JSON.stringify(value))).size > 1 };
  });
}

/** @throws request/not-found where one of them is not in the catalogue */
const compareProducts = query({ permission: 'booking.product.read' }, async (uow, ids: readonly string[]) => {
  const found = await uow.find(Product, { id: { $in: [...ids] }, state: 'published' });
  const byId = new Map(found.map((product) => [product.id, productView(product)]));
  const products = ids.map((id) => {
    const product = byId.get(id);
    if (!product) throw requestErrors.notFound();
    return product;
  });
  const prices = await uow.rows<Price>(
    `select product_id as "productId", from_amount::text as amount, currency, departs_on::text as "departsOn" from booking.product_listings
     where agency_id = ? and product_id in (?) order by currency`,
    [uow.agencyId, ids],
  );
  return { products, rows: compare(products, prices) };
});

export const compareProductsRoute = () =>
  route({
    method: 'GET',
    path: '/v1/product-comparisons',
    summary: 'Up to four products side by side',
    access: 'booking.product.read',
    query: Type.Object({ productIds: Type.Array(Id, { minItems: 1, maxItems: 4, uniqueItems: true }) }),
    result: Type.Object({
      products: Type.Array(ProductView),
      rows: Type.Array(
        Type.Object({
          aspect: Type.String(),
          name: LocalText,
          values: Type.Array(Type.Unknown(), { description: 'In the order of the products' }),
          differs: Type.Boolean(),
        }),
      ),
    }),
    handle: (call, { query: { productIds } }) => compareProducts(call, productIds),
  });
