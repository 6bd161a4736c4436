import { events } from '@yitu/contracts';
import { command } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { errors } from '../errors.ts';
import { Product, productView, ProductView } from './product.ts';

interface Versioned {
  readonly productId: string;
  readonly version: number;
}

const publishProduct = command(
  { permission: 'booking.product.publish' },
  async (uow, { productId, version }: Versioned) => {
    const product = await uow.lock(Product, productId, version);
    const { state, kind, name } = product;
    if (state === 'published') throw errors.productState({ state });
    product.state = 'published';
    uow.publish(product, events.productPublished, { productId, kind, name });
    return productView(product);
  },
);

/** Takes a product out of the catalogue: nothing new is scheduled or sold of it, what has been sold goes on. */
const withdrawProduct = command(
  { permission: 'booking.product.withdraw' },
  async (uow, { productId, version }: Versioned) => {
    const product = await uow.lock(Product, productId, version);
    const { state } = product;
    if (state !== 'published') throw errors.productState({ state });
    product.state = 'withdrawn';
    uow.publish(product, events.productWithdrawn, { productId });
    return productView(product);
  },
);

const params = Type.Object({ productId: Id });

export const publishProductRoutes = () => [
  route({
    method: 'POST',
    path: '/v1/products/:productId/publication',
    summary: 'Put a draft, or a product that was withdrawn, into the catalogue',
    access: 'booking.product.publish',
    params,
    result: ProductView,
    versioned: true,
    handle: (call, { params: { productId }, version }) => publishProduct(call, { productId, version }),
  }),
  route({
    method: 'POST',
    path: '/v1/products/:productId/withdrawal',
    summary: 'Take a product out of the catalogue; what has been sold goes on',
    access: 'booking.product.withdraw',
    params,
    result: ProductView,
    versioned: true,
    handle: (call, { params: { productId }, version }) => withdrawProduct(call, { productId, version }),
  }),
];
