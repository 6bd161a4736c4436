import { checkBranchOpen } from '@yitu/directory';
import { tableKind } from '@yitu/imports';
import type { UnitOfWork } from '@yitu/persistence';
import { Type } from 'typebox';
import { Departure } from '../departures/departure.ts';
import { checkNewDeparture, NewDeparture, storeDeparture } from '../departures/schedule-departure.ts';
import { errors } from '../errors.ts';
import { Product, ProductCode } from '../products/product.ts';
import { departureColumns } from './columns.ts';
import { onceBy } from './once.ts';
import { operatingBranch, type OperatingTerms } from './operating-branch.ts';

/** Departures by their group number, of products by their code: one that is there stays as it is. */
export const departures = tableKind({
  columns: departureColumns,
  input: Type.Object({
    ...Type.Omit(NewDeparture, ['productId', 'operatingBranchId']).properties,
    productCode: ProductCode,
    operatingBranch: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  }),
  needs: 'booking.departure.schedule',
  together: onceBy('groupNumber', departureColumns),
  take: async (uow, { dryRun, terms }, { productCode, operatingBranch: named, ...row }) => {
    const [before] = await uow.find(Departure, { groupNumber: row.groupNumber });
    if (before) return { state: 'present', madeId: before.id };
    const [product] = await uow.find(Product, { code: productCode });
    if (!product) throw errors.noSuchProduct({ fields: [{ field: '/body/productCode', ...unknown }] });
    const checked = await checkNewDeparture(uow, { ...row, productId: product.id });
    const operatingBranchId = await operatorOf(uow, terms, named);
    if (dryRun) return { state: 'created' };
    const { departure } = await storeDeparture(uow, checked, operatingBranchId);
    return { state: 'created', madeId: departure.id };
  },
});

/** @param terms as they were stored when the import began; one that began before branches were kept has none */
async function operatorOf(
  uow: UnitOfWork,
  terms: Partial<OperatingTerms>,
  named: string | undefined,
): Promise<string | null> {
  const { operatingBranchId = null, operatingBranchIds = [] } = terms;
  if (named !== undefined) return operatingBranch(uow, named, operatingBranchIds);
  if (operatingBranchId !== null) await checkBranchOpen(uow, operatingBranchId);
  return operatingBranchId;
}

const unknown = { rule: 'no-such-product', message: { zh: '没有这个产品', en: 'There is no such product' } };
