import { reachOf } from '@yitu/access';
import { query, requestErrors } from '@yitu/persistence';
import { Id, LocalText, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { kinds, productKinds } from './kinds.ts';
import { Product, productView, ProductView } from './product.ts';

/** A draft is nobody's business but theirs who work on products; what was withdrawn may have been sold before. */
const getProduct = query({ permission: 'booking.product.read' }, async (uow, id: string) => {
  const product = await uow.get(Product, id);
  if (product.state === 'draft' && !reachOf(uow.member, 'booking.product.change'))
    throw requestErrors.notFound();
  return productView(product);
});

const Kind = Type.Object({
  kind: Type.String(),
  name: LocalText,
  required: Type.Array(Type.String()),
  optional: Type.Array(Type.String()),
});

const kindViews = productKinds.map((kind) => {
  const { name, required, optional } = kinds[kind];
  return { kind, name, required: [...required], optional: [...optional] };
});

const listKinds = query({ permission: 'booking.product.read' }, (_uow, _input: object) =>
  Promise.resolve({ kinds: kindViews }),
);

export const readProductRoutes = () => [
  route({
    method: 'GET',
    path: '/v1/products/:productId',
    summary: 'One product',
    access: 'booking.product.read',
    params: Type.Object({ productId: Id }),
    result: ProductView,
    handle: (call, { params }) => getProduct(call, params.productId),
  }),
  route({
    method: 'GET',
    path: '/v1/product-kinds',
    summary: 'The kinds of products and the details each asks for',
    access: 'booking.product.read',
    result: Type.Object({ kinds: Type.Array(Kind) }),
    handle: (call) => listKinds(call, {}),
  }),
];
