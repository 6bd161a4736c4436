import { query } from '@yitu/persistence';
import { Id, Next, page, pageOf, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';

import { Product, productView, ProductView } from './product.ts';

const Query = Type.Object({
  ...page,
  country: Type.Optional(Type.String({ pattern: '^[A-Z]{2}$' })),
  theme: Type.Optional(Type.String({ minLength: 1, maxLength: 50 })),
  text: Type.Optional(
    Type.String({ minLength: 1, maxLength: 100, description: 'A part of the name or the city' }),
  ),
});

const listProducts = query(
  { permission: 'booking.product.read' },
  async (uow, input: Static<typeof Query>) => {
    const { limit, after, country, theme, text } = input;
    const part = text && `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
    const found = await uow.rows<{ id: string }>(
      `select id from booking.products where agency_id = ?
       and (?::uuid is null or id < ?) and (?::text is null or destination_country = ?) and (?::text is null or ? = any (themes))
       and (?::text is null or name->>'zh' ilike ? or name->>'en' ilike ? or destination_city ilike ?)
     order by id desc limit ?`,
      [
        uow.agencyId,
        after ?? null,
        after ?? null,
        country ?? null,
        country ?? null,
        theme ?? null,
        theme ?? null,
        part ?? null,
        part ?? null,
        part ?? null,
        part ?? null,
        limit + 1,
      ],
    );
    const { items, next } = pageOf(found, limit);
    const products = await uow.find(Product, { id: { $in: items.map(({ id }) => id) } });
    return { products: products.toSorted((a, b) => (a.id < b.id ? 1 : -1)).map(productView), next };
  },
);

const getProduct = query({ permission: 'booking.product.read' }, async (uow, id: string) =>
  productView(await uow.get(Product, id)),
);

export const readProductRoutes = () => [
  route({
    method: 'GET',
    path: '/v1/products',
    summary: 'Search the catalogue',
    access: 'booking.product.read',
    query: Query,
    result: Type.Object({ products: Type.Array(ProductView), next: Next }),
    handle: (call, { query: input }) => listProducts(call, input),
  }),
  route({
    method: 'GET',
    path: '/v1/products/:productId',
    summary: 'One product',
    access: 'booking.product.read',
    params: Type.Object({ productId: Id }),
    result: ProductView,
    handle: (call, { params }) => getProduct(call, params.productId),
  }),
];
