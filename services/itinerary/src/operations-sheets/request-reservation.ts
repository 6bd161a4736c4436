import { events } from '@yitu/contracts';
import { newId, today } from '@yitu/kernel';
import { command } from '@yitu/persistence';
import { Id, LocalDate, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { Amount } from '../amount.ts';
import { errors } from '../errors.ts';
import { line, paragraphs } from '../text.ts';
import { partOf, Reservation, serviceKinds, type OperationsSheet } from './operations-sheet.ts';
import { lockOpenSheet, partsOf } from './parts.ts';
import { sheetDetail, SheetDetail } from './sheet-view.ts';

const Body = Type.Object({
  supplierName: line(200),
  supplierId: Type.Optional(Id),
  serviceKind: Type.Enum([...serviceKinds]),
  description: paragraphs(2_000),
  agreedCost: Amount,
  deadline: LocalDate,
});

interface RequestReservation extends Static<typeof Body> {
  readonly sheetId: string;
  readonly version: number;
}

/** Pure: a supplier answers between today and the departure, by its calendar. @throws itinerary/deadline-out-of-range */
function checkDeadline(
  deadline: string,
  { departsOn, timeZone }: Pick<OperationsSheet, 'departsOn' | 'timeZone'>,
  now: Temporal.Instant,
): void {
  const date = today(now, timeZone);
  if (deadline >= date && deadline <= departsOn) return;
  const message = { zh: `${date} 至 ${departsOn}`, en: `must be from ${date} to ${departsOn}` };
  const fields = [{ field: '/body/deadline', rule: 'range', message }];
  throw errors.deadlineOutOfRange({ today: date, departsOn }, { fields });
}

const requestReservation = command(
  { permission: 'itinerary.operations-sheet.reserve' },
  async (uow, { sheetId, version, agreedCost, supplierId, ...asked }: RequestReservation) => {
    const sheet = await lockOpenSheet(uow, sheetId, version);
    checkDeadline(asked.deadline, sheet, uow.now);
    const parts = await partsOf(uow, sheet);
    const { amount, currency } = agreedCost;
    const reservation = uow.add(
      uow.em.create(Reservation, {
        ...partOf(sheet),
        id: newId(),
        ...asked,
        supplierId: supplierId ?? null,
        currency,
        agreedCost: BigInt(amount),
        state: 'requested',
        confirmationNumber: null,
        requestedAt: uow.now,
        confirmedAt: null,
      }),
    );
    uow.publish(sheet, events.supplierReservationRequested, {
      operationsSheetId: sheetId,
      departureId: sheet.departureId,
      branchId: sheet.branchId,
      reservationId: reservation.id,
      supplierId: supplierId ?? '',
      serviceKind: asked.serviceKind,
      agreedCost: {
        amount: BigInt(amount),
        currency,
      },
    });
    return sheetDetail(sheet, { ...parts, reservations: [...parts.reservations, reservation] });
  },
);

export const requestReservationRoute = () =>
  route({
    method: 'POST',
    path: '/v1/operations-sheets/:sheetId/reservations',
    summary: 'Ask a supplier for a service',
    access: 'itinerary.operations-sheet.reserve',
    params: Type.Object({ sheetId: Id }),
    body: Body,
    result: SheetDetail,
    status: 201,
    versioned: true,
    handle: (call, { params, body, version }) =>
      requestReservation(call, { sheetId: params.sheetId, version, ...body }),
  });
