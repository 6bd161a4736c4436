import { events } from '@yitu/contracts';
import { command } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { errors } from '../errors.ts';
import { line } from '../text.ts';
import { Reservation } from './operations-sheet.ts';
import { lockOpenSheet, partsOf } from './parts.ts';
import { sheetDetail, SheetDetail } from './sheet-view.ts';

interface ConfirmReservation {
  readonly sheetId: string;
  readonly reservationId: string;
  readonly confirmationNumber: string;
  readonly version: number;
}

/** Notes that the supplier has said yes. @throws itinerary/reservation-confirmed the second time */
const confirmReservation = command(
  { permission: 'itinerary.operations-sheet.confirm' },
  async (uow, { sheetId, reservationId, confirmationNumber, version }: ConfirmReservation) => {
    const sheet = await lockOpenSheet(uow, sheetId, version);
    const reservation = await uow.get(Reservation, { id: reservationId, operationsSheetId: sheetId });
    if (reservation.state === 'confirmed') throw errors.reservationConfirmed();
    const parts = await partsOf(uow, sheet);
    Object.assign(reservation, { state: 'confirmed', confirmationNumber, confirmedAt: uow.now });
    const { supplierId, agreedCost: amount, currency } = reservation;
    uow.publish(sheet, events.supplierReservationConfirmed, {
      operationsSheetId: sheetId,
      departureId: sheet.departureId,
      branchId: sheet.branchId,
      reservationId,
      supplierId: supplierId ?? '',
      agreedCost: {
        amount,
        currency,
      },
    });
    return sheetDetail(sheet, parts);
  },
);

export const confirmReservationRoute = () =>
  route({
    method: 'POST',
    path: '/v1/operations-sheets/:sheetId/reservations/:reservationId/confirmation',
    summary: "Note a supplier's confirmation",
    access: 'itinerary.operations-sheet.confirm',
    params: Type.Object({ sheetId: Id, reservationId: Id }),
    body: Type.Object({ confirmationNumber: line(100) }),
    result: SheetDetail,
    versioned: true,
    handle: (call, { params, body, version }) => confirmReservation(call, { ...params, ...body, version }),
  });
