import type { UnitOfWork } from '@yitu/persistence';
import { Id, InstantText, LocalDate, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { CheckIn, sheetStates, type OperationsSheet } from '../operations-sheets/operations-sheet.ts';
import { headsOf, tripOrdersOf, type TripOrder } from './trip-orders.ts';

const Traveller = Type.Object({
  orderId: Id,
  travellerId: Id,
  checkedInAt: Type.Union([InstantText, Type.Null()]),
});

export const TripView = Type.Object(
  {
    departureId: Id,
    operationsSheetId: Id,
    groupNumber: Type.String(),
    departsOn: LocalDate,
    returnsOn: LocalDate,
    timeZone: Type.String(),
    state: Type.String({ description: sheetStates.join(', ') }),
    expected: Type.Integer({ description: 'Everybody of confirmed orders, named or not' }),
    checkedIn: Type.Integer(),
    travellers: Type.Array(Traveller),
    version: Version,
  },
  { title: 'Trip' },
);

/** How far a trip is. @param checkIns those just made included */
export function tripView(
  sheet: OperationsSheet,
  orders: readonly TripOrder[],
  checkIns: readonly CheckIn[],
): Static<typeof TripView> {
  const {
    departureId,
    id: operationsSheetId,
    groupNumber,
    departsOn,
    returnsOn,
    timeZone,
    state,
    version,
  } = sheet;
  const seen = new Map(checkIns.map(({ travellerId, checkedInAt }) => [travellerId, checkedInAt.toString()]));
  return {
    departureId,
    operationsSheetId,
    groupNumber,
    departsOn,
    returnsOn,
    timeZone,
    state,
    version,
    expected: headsOf(orders),
    checkedIn: checkIns.length,
    travellers: orders.flatMap(({ orderId, travellerIds }) =>
      travellerIds.map((travellerId) => ({
        orderId,
        travellerId,
        checkedInAt: seen.get(travellerId) ?? null,
      })),
    ),
  };
}

export async function tripOf(uow: UnitOfWork, sheet: OperationsSheet): Promise<Static<typeof TripView>> {
  const checkIns = await uow.find(CheckIn, { operationsSheetId: sheet.id });
  return tripView(sheet, await tripOrdersOf(uow, sheet.departureId), checkIns);
}
