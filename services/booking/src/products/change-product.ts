import { requirePermission } from '@yitu/access';
import { events } from '@yitu/contracts';
import { command } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { indexProduct } from './index-product.ts';
import { checkDetails, isProductKind } from './kinds.ts';
import { Product, productFields, productView, ProductView } from './product.ts';

const { kind: _neverChanges, ...changeable } = productFields;
const Body = Type.Object(changeable);

interface Change {
  readonly productId: string;
  readonly version: number;
  readonly fields: Static<typeof Body>;
}

/** What is published is changed by those who may publish: everybody sees it at once. */
const changeProduct = command(
  { permission: 'booking.product.change' },
  async (uow, { productId, version, fields }: Change) => {
    const product = await uow.lock(Product, productId, version);
    if (product.state === 'published') requirePermission(uow.member, 'booking.product.publish');
    if (isProductKind(product.kind)) checkDetails(product.kind, fields.details);
    Object.assign(product, fields);
    const { kind, name, state } = product;
    uow.publish(product, events.productChanged, { productId, kind, name, state });
    await indexProduct(uow, product);
    return productView(product);
  },
);

export const changeProductRoute = () =>
  route({
    method: 'PUT',
    path: '/v1/products/:productId',
    summary: 'Change what a product says; its kind stays',
    access: 'booking.product.change',
    params: Type.Object({ productId: Id }),
    body: Body,
    result: ProductView,
    versioned: true,
    handle: (call, { params: { productId }, body: fields, version }) =>
      changeProduct(call, { productId, version, fields }),
  });
