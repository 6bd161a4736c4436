import { checkBranchOpen } from '@yitu/directory';
import { tableKind } from '@yitu/imports';
import { Type } from 'typebox';
import { Departure } from '../departures/departure.ts';
import { checkNewDeparture, NewDeparture, storeDeparture } from '../departures/schedule-departure.ts';
import { errors } from '../errors.ts';
import { Product, ProductCode } from '../products/product.ts';
import { departureColumns } from './columns.ts';
import { onceBy } from './once.ts';

/** What holds for all departures of an import. */
export type DepartureTerms = {
  /** The branch that makes them happen. */
  readonly operatingBranchId: string;
};

/** Departures by their group number, of products by their code: one that is there stays as it is. */
export const departures = tableKind({
  columns: departureColumns,
  input: Type.Object({ ...Type.Omit(NewDeparture, ['productId']).properties, productCode: ProductCode }),
  needs: 'booking.departure.schedule',
  together: onceBy('groupNumber', departureColumns),
  take: async (uow, { dryRun, terms }, { productCode, ...row }) => {
    const [before] = await uow.find(Departure, { groupNumber: row.groupNumber });
    if (before) return { state: 'present', madeId: before.id };
    const [product] = await uow.find(Product, { code: productCode });
    if (!product) throw errors.noSuchProduct({ fields: [{ field: '/body/productCode', ...unknown }] });
    const checked = await checkNewDeparture(uow, { ...row, productId: product.id });
    // As they were stored when it began; one that began before the branch was kept has none.
    const { operatingBranchId = null } = terms as Partial<DepartureTerms>;
    if (operatingBranchId !== null) await checkBranchOpen(uow, operatingBranchId);
    if (dryRun) return { state: 'created' };
    const { departure } = await storeDeparture(uow, checked, operatingBranchId);
    return { state: 'created', madeId: departure.id };
  },
});

const unknown = { rule: 'no-such-product', message: { zh: '没有这个产品', en: 'There is no such product' } };
