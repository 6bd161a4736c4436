import type { SupplierCost } from '../../api/gen/finance.ts';
import type { Reservation } from '../../api/gen/itinerary.ts';

type OfSupplier = Pick<SupplierCost, 'supplierId' | 'supplierName'>;

const sameSupplier = (one: OfSupplier, other: OfSupplier): boolean =>
  one.supplierId !== null && other.supplierId !== null
    ? one.supplierId === other.supplierId
    : one.supplierName.trim() === other.supplierName.trim();

/** What suppliers have confirmed and no cost is recorded for: by supplier and service, where a cost names them. */
export const withoutCosts = <One extends Pick<Reservation, keyof OfSupplier | 'serviceKind' | 'state'>>(
  reservations: readonly One[],
  costs: readonly (OfSupplier & Pick<SupplierCost, 'serviceKind'>)[],
): One[] =>
  reservations.filter(
    (one) =>
      one.state === 'confirmed' &&
      !costs.some((cost) => cost.serviceKind === one.serviceKind && sameSupplier(cost, one)),
  );
