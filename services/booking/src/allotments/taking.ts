import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType } from '@yitu/persistence';
import { Id, InstantText, LocalDate, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';

/** Why units came back. */
export const endCauses = ['given-back', 'order-ended', 'departure-cancelled'] as const;
export type EndCause = (typeof endCauses)[number];

/** Units of an allotment on each of some consecutive dates, for an order or for a departure (a group's block). */
export const AllotmentTaking = defineEntity({
  name: 'AllotmentTaking',
  tableName: 'allotment_takings',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    allotmentId: p.uuid(),
    orderId: p.uuid().nullable(),
    departureId: p.uuid().nullable(),
    branchId: p.uuid().nullable(),
    authorId: p.uuid().nullable(),
    fromDate: p.date(),
    toDate: p.date(),
    quantity: p.integer(),
    endedAt: p.type(InstantType).nullable(),
    endCause: p.string().$type<EndCause>().nullable(),
    version: p.integer(),
    createdAt: p.type(InstantType),
  },
});

export type AllotmentTaking = InferEntity<typeof AllotmentTaking>;

export const TakingView = Type.Object(
  {
    id: Id,
    allotmentId: Id,
    orderId: Type.Union([Id, Type.Null()]),
    departureId: Type.Union([Id, Type.Null()]),
    from: LocalDate,
    to: LocalDate,
    quantity: Type.Integer(),
    endedAt: Type.Union([InstantText, Type.Null()]),
    endCause: Type.Union([Type.String({ description: endCauses.join(', ') }), Type.Null()]),
    version: Version,
    createdAt: InstantText,
  },
  { title: 'AllotmentTaking' },
);

export const takingView = (taking: AllotmentTaking): Static<typeof TakingView> => ({
  id: taking.id,
  allotmentId: taking.allotmentId,
  orderId: taking.orderId ?? null,
  departureId: taking.departureId ?? null,
  from: taking.fromDate,
  to: taking.toDate,
  quantity: taking.quantity,
  endedAt: taking.endedAt?.toString() ?? null,
  endCause: taking.endCause ?? null,
  version: taking.version,
  createdAt: taking.createdAt.toString(),
});
