import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType } from '@yitu/persistence';

export const sheetStates = ['preparing', 'travelling', 'ended'] as const;
export type SheetState = (typeof sheetStates)[number];

/** All that is arranged for one departure (计调单). It belongs to the branch that operates the trip. */
export const OperationsSheet = defineEntity({
  name: 'OperationsSheet',
  tableName: 'operations_sheets',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    branchId: p.uuid(),
    authorId: p.uuid(),
    departureId: p.uuid(),
    groupNumber: p.string(),
    productName: p.json<{ zh: string; en: string }>(),
    destinationCountry: p.string(),
    departsOn: p.date(),
    returnsOn: p.date(),
    timeZone: p.string(),
    state: p.string().$type<SheetState>(),
    endedAt: p.type(InstantType).nullable(),
    version: p.integer(),
    createdAt: p.type(InstantType),
  },
});

export type OperationsSheet = InferEntity<typeof OperationsSheet>;

const ofSheet = {
  agencyId: p.uuid().primary(),
  operationsSheetId: p.uuid().primary(),
  branchId: p.uuid(),
  authorId: p.uuid(),
};

/** Whose a part of a sheet is: the sheet's. */
export const partOf = ({ agencyId, id, branchId, authorId }: OperationsSheet) => ({
  agencyId,
  operationsSheetId: id,
  branchId,
  authorId,
});

export const serviceKinds = [
  'hotel',
  'restaurant',
  'vehicle',
  'ticket',
  'ground-agent',
  'insurance',
] as const;

/** What a supplier was asked for, and whether they said yes. */
export const Reservation = defineEntity({
  name: 'Reservation',
  tableName: 'reservations',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    operationsSheetId: p.uuid(),
    branchId: p.uuid(),
    authorId: p.uuid(),
    supplierName: p.string(),
    supplierId: p.uuid().nullable(),
    serviceKind: p.string().$type<(typeof serviceKinds)[number]>(),
    description: p.text(),
    currency: p.string(),
    agreedCost: p.bigint(),
    deadline: p.date(),
    state: p.string().$type<'requested' | 'confirmed'>(),
    confirmationNumber: p.string().nullable(),
    requestedAt: p.type(InstantType),
    confirmedAt: p.type(InstantType).nullable(),
  },
});

export type Reservation = InferEntity<typeof Reservation>;

/** Who guides the group, from when to when; the database lets no guide have two groups on one day. */
export const GuideAssignment = defineEntity({
  name: 'GuideAssignment',
  tableName: 'guide_assignments',
  properties: { ...ofSheet, guideId: p.uuid(), fromDate: p.date(), toDate: p.date() },
});

export type GuideAssignment = InferEntity<typeof GuideAssignment>;

/** A traveller whose document was seen at the start of the trip. */
export const CheckIn = defineEntity({
  name: 'CheckIn',
  tableName: 'check_ins',
  properties: {
    ...ofSheet,
    travellerId: p.uuid().primary(),
    orderId: p.uuid(),
    checkedInBy: p.uuid(),
    checkedInAt: p.type(InstantType),
  },
});

export type CheckIn = InferEntity<typeof CheckIn>;
