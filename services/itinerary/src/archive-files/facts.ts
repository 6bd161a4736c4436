import type { UnitOfWork } from '@yitu/persistence';
import { OperationsSheet, Reservation } from '../operations-sheets/operations-sheet.ts';
import { Plan } from '../plans/plan.ts';
import { tripOrdersOf } from '../trips/trip-orders.ts';
import { entriesOf } from './archive-entries.ts';
import type { ArchiveFile } from './archive-file.ts';
import type { Facts, Paper } from './components.ts';

/** Gathers what is known of a trip's papers, whatever branch they came from. */
export async function factsOf(
  uow: UnitOfWork,
  { departureId, operationsSheetId }: ArchiveFile,
): Promise<Facts> {
  const sheet = await uow.get(OperationsSheet, operationsSheetId);
  const entries = Map.groupBy(await entriesOf(uow, departureId), ({ component }) => component);
  const contracts = entries.get('contract') ?? [];
  return {
    orders: await tripOrdersOf(uow, departureId),
    contracts: new Map(
      contracts.flatMap((paper) => (paper.orderId ? [[paper.orderId, paper] as const] : [])),
    ),
    plan: await planPaper(uow, departureId),
    sheet: { reference: sheet.groupNumber, since: sheet.createdAt },
    reservations: await confirmedReservations(uow, operationsSheetId),
    feedback: entries.get('feedback-forms') ?? [],
    settlement: entries.get('settlement')?.at(-1),
  };
}

async function planPaper(uow: UnitOfWork, departureId: string): Promise<Paper | undefined> {
  const [plan] = await uow.find(Plan, { departureId });
  return plan && { reference: plan.id, since: plan.createdAt };
}

async function confirmedReservations(uow: UnitOfWork, operationsSheetId: string) {
  const confirmed = await uow.find(Reservation, { operationsSheetId, state: 'confirmed' });
  return confirmed.flatMap(({ serviceKind, confirmationNumber, confirmedAt }) =>
    confirmationNumber && confirmedAt
      ? [{ serviceKind, reference: confirmationNumber, since: confirmedAt }]
      : [],
  );
}
