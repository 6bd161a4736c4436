import { Id, InstantText, LocalDate, LocalText, MoneyText, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import {
  sheetStates,
  type CheckIn,
  type GuideAssignment,
  type OperationsSheet,
  type Reservation,
} from './operations-sheet.ts';

export const SheetView = Type.Object(
  {
    id: Id,
    departureId: Id,
    branchId: Id,
    authorId: Id,
    groupNumber: Type.String(),
    productName: LocalText,
    destinationCountry: Type.String(),
    departsOn: LocalDate,
    returnsOn: LocalDate,
    timeZone: Type.String(),
    state: Type.String({ description: sheetStates.join(', ') }),
    endedAt: Type.Union([InstantText, Type.Null()]),
    version: Version,
    createdAt: InstantText,
  },
  { title: 'OperationsSheet' },
);

const ReservationView = Type.Object(
  {
    id: Id,
    supplierName: Type.String(),
    supplierId: Type.Union([Id, Type.Null()]),
    serviceKind: Type.String(),
    description: Type.String(),
    agreedCost: MoneyText,
    deadline: LocalDate,
    state: Type.String({ description: 'requested, confirmed' }),
    confirmationNumber: Type.Union([Type.String(), Type.Null()]),
    requestedAt: InstantText,
    confirmedAt: Type.Union([InstantText, Type.Null()]),
  },
  { title: 'Reservation' },
);

const GuideView = Type.Object({ guideId: Id, from: LocalDate, to: LocalDate }, { title: 'GuideAssignment' });

const CheckInView = Type.Object(
  { orderId: Id, travellerId: Id, checkedInBy: Id, checkedInAt: InstantText },
  { title: 'CheckIn' },
);

export const SheetDetail = Type.Object(
  {
    ...SheetView.properties,
    headCount: Type.Integer({ description: 'Everybody of confirmed orders, infants too' }),
    guide: Type.Union([GuideView, Type.Null()]),
    reservations: Type.Array(ReservationView),
    checkIns: Type.Array(CheckInView),
  },
  { title: 'OperationsSheetDetail' },
);

/** What belongs to a sheet beside its own row. */
export interface Parts {
  readonly headCount: number;
  readonly guide: GuideAssignment | undefined;
  readonly reservations: readonly Reservation[];
  readonly checkIns: readonly CheckIn[];
}

export function sheetView(sheet: OperationsSheet): Static<typeof SheetView> {
  const { id, departureId, branchId, authorId, groupNumber, productName, destinationCountry, state } = sheet;
  const { departsOn, returnsOn, timeZone, version } = sheet;
  return {
    id,
    departureId,
    branchId,
    authorId,
    groupNumber,
    productName,
    destinationCountry,
    state,
    departsOn,
    returnsOn,
    timeZone,
    version,
    endedAt: sheet.endedAt?.toString() ?? null,
    createdAt: sheet.createdAt.toString(),
  };
}

export const sheetDetail = (sheet: OperationsSheet, parts: Parts): Static<typeof SheetDetail> => ({
  ...sheetView(sheet),
  headCount: parts.headCount,
  guide: parts.guide
    ? { guideId: parts.guide.guideId, from: parts.guide.fromDate, to: parts.guide.toDate }
    : null,
  reservations: parts.reservations.map(reservationView),
  checkIns: parts.checkIns.map(checkInView),
});

function reservationView(reservation: Reservation): Static<typeof ReservationView> {
  const { id, supplierName, serviceKind, description, currency, agreedCost, deadline, state } = reservation;
  return {
    id,
    supplierName,
    serviceKind,
    description,
    deadline,
    state,
    supplierId: reservation.supplierId ?? null,
    agreedCost: {
      amount: agreedCost.toString(),
      currency,
    },
    confirmationNumber: reservation.confirmationNumber ?? null,
    requestedAt: reservation.requestedAt.toString(),
    confirmedAt: reservation.confirmedAt?.toString() ?? null,
  };
}

const checkInView = ({
  orderId,
  travellerId,
  checkedInBy,
  checkedInAt,
}: CheckIn): Static<typeof CheckInView> => ({
  orderId,
  travellerId,
  checkedInBy,
  checkedInAt: checkedInAt.toString(),
});
