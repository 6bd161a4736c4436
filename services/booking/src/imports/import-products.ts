import { tableKind } from '@yitu/imports';
import { Type } from 'typebox';
import { NewProduct, storeProduct } from '../products/create-product.ts';
import { checkDetails } from '../products/kinds.ts';
import { Product, ProductCode } from '../products/product.ts';
import { productColumns } from './columns.ts';
import { onceBy } from './once.ts';

/** Products by their code: one that is there stays as it is. Of those who may not publish, products become drafts. */
export const products = tableKind({
  columns: productColumns,
  input: Type.Object({ ...NewProduct.properties, code: ProductCode }),
  given: { themes: [] },
  needs: 'booking.product.create',
  together: onceBy('code', productColumns),
  take: async (uow, { dryRun, terms }, { draft, ...fields }) => {
    const [before] = await uow.find(Product, { code: fields.code });
    if (before) return { state: 'present', madeId: before.id };
    checkDetails(fields.kind, fields.details);
    if (dryRun) return { state: 'created' };
    const publishes = terms['publishes'] === true;
    const product = await storeProduct(uow, fields, draft || !publishes ? 'draft' : 'published');
    return { state: 'created', madeId: product.id };
  },
});
