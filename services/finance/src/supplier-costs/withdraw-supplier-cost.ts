import { events } from '@yitu/contracts';
import { requestErrors, type UnitOfWork } from '@yitu/persistence';
import { checkCostReversal } from '../entries/reverse-entry/decide.ts';
import { lockDepartureBooks } from './departure-books.ts';
import { SupplierCost } from './supplier-cost.ts';

/**
 * Takes a cost back that was recorded in error: the departure has so much less.
 * @throws request/not-found beyond the caller's reach, finance/already-reversed, finance/departure-settled
 */
export async function withdrawSupplierCost(uow: UnitOfWork, supplierCostId: string): Promise<void> {
  const [known] = await uow.rows<{ departureId: string }>(
    'select departure_id as "departureId" from finance.supplier_costs where agency_id = ? and id = ?',
    [uow.agencyId, supplierCostId],
  );
  if (!known) throw requestErrors.notFound();
  const { departureId } = known;
  const settled = await lockDepartureBooks(uow, departureId);
  const cost = await uow.lock(SupplierCost, supplierCostId);
  const { state, entryNumber, amount, currency, branchId } = cost;
  checkCostReversal({ state, entryNumber, settled });
  cost.state = 'reversed';
  uow.publish(cost, events.supplierCostReversed, {
    supplierCostId,
    departureId,
    branchId,
    amount: { amount, currency },
  });
}
