import { reachOf } from '@yitu/access';
import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { command, type UnitOfWork } from '@yitu/persistence';
import { route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { indexProduct } from './index-product.ts';
import { checkDetails } from './kinds.ts';
import { Product, ProductCode, productFields, productView, ProductView } from './product.ts';

export const NewProduct = Type.Object({
  ...productFields,
  code: Type.Optional(ProductCode),
  draft: Type.Boolean({
    default: false,
    description: 'Keep it out of the catalogue; so is what somebody adds who may not publish.',
  }),
});

/** Stores a product that nobody has seen yet. @throws booking/details-do-not-fit */
const createProduct = command(
  { permission: 'booking.product.create' },
  async (uow, { draft, ...fields }: Static<typeof NewProduct>) => {
    checkDetails(fields.kind, fields.details);
    const mayPublish = reachOf(uow.member, 'booking.product.publish') !== undefined;
    return productView(await storeProduct(uow, fields, draft || !mayPublish ? 'draft' : 'published'));
  },
);

/** Stores a product that has been checked. */
export async function storeProduct(
  uow: UnitOfWork,
  { code = null, ...fields }: Omit<Static<typeof NewProduct>, 'draft' | 'code'> & { code?: string | null },
  state: 'draft' | 'published',
): Promise<Product> {
  const product = uow.add(
    uow.em.create(Product, {
      ...{ agencyId: uow.agencyId, id: newId(), code, ...fields, state },
      ...{ version: 0, createdAt: uow.now },
    }),
  );
  const { id: productId, kind, name } = product;
  uow.publish(product, events.productCreated, { productId, kind, name, state });
  await uow.em.flush(); // the index refers to its product
  await indexProduct(uow, product);
  return product;
}

export const createProductRoute = () =>
  route({
    method: 'POST',
    path: '/v1/products',
    summary: 'Add a product to the catalogue',
    access: 'booking.product.create',
    body: NewProduct,
    result: ProductView,
    status: 201,
    handle: (call, { body }) => createProduct(call, body),
  });
