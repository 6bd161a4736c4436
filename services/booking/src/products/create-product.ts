import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { command } from '@yitu/persistence';
import { route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { Product, productFields, productView, ProductView } from './product.ts';

const Body = Type.Object(productFields);

const createProduct = command(
  { permission: 'booking.product.create' },
  async (uow, input: Static<typeof Body>) => {
    const product = uow.add(
      uow.em.create(Product, {
        agencyId: uow.agencyId,
        id: newId(),
        ...input,
        version: 0,
        createdAt: uow.now,
      }),
    );
    uow.publish(product, events.productCreated, {
      productId: product.id,
      kind: product.kind,
      name: product.name,
    });
    return productView(product);
  },
);

export const createProductRoute = () =>
  route({
    method: 'POST',
    path: '/v1/products',
    summary: 'Add a product to the catalogue',
    access: 'booking.product.create',
    body: Body,
    result: ProductView,
    status: 201,
    handle: (call, { body }) => createProduct(call, body),
  });
