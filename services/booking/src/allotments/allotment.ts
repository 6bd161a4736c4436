import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType } from '@yitu/persistence';
import { Id, InstantText, LocalText, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';

export const unitKinds = ['room', 'seat', 'ticket'] as const;
export type UnitKind = (typeof unitKinds)[number];

/** An allotment has a number of units for each date, ours until its release day; in free sale the supplier sets no number until then. */
export const saleModes = ['allotment', 'free-sale'] as const;
export type SaleMode = (typeof saleModes)[number];

/** One kind of unit of a supplier (a room type, a ticket) that the agency may sell. Its dates are changed by single statements only. */
export const Allotment = defineEntity({
  name: 'Allotment',
  tableName: 'allotments',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    supplierId: p.uuid(),
    contractNumber: p.string(),
    kind: p.string().$type<UnitKind>(),
    mode: p.string().$type<SaleMode>(),
    unitCode: p.string(),
    name: p.json<Static<typeof LocalText>>(),
    timeZone: p.string(),
    releaseDays: p.integer(),
    version: p.integer(),
    createdAt: p.type(InstantType),
  },
});

export type Allotment = InferEntity<typeof Allotment>;

export const ReleaseDays = Type.Integer({
  minimum: 0,
  maximum: 365,
  description: 'Units that are unused this many days before their date go back to the supplier',
});

export const allotmentFields = {
  supplierId: Id,
  contractNumber: Type.String({ minLength: 1, maxLength: 60, description: "The supplier contract's number" }),
  kind: Type.Enum([...unitKinds]),
  mode: Type.Enum([...saleModes], {
    default: 'allotment',
    description:
      'allotment: a number of units a date. free-sale: as many as are asked for, until the release day.',
  }),
  unitCode: Type.String({ minLength: 1, maxLength: 40, description: 'Such as the code of a room type' }),
  name: LocalText,
  timeZone: Type.String({
    default: 'Asia/Shanghai',
    maxLength: 60,
    description: 'IANA name of the zone of the destination; dates are dates there',
  }),
  releaseDays: ReleaseDays,
};

export const AllotmentView = Type.Object(
  { id: Id, ...allotmentFields, version: Version, createdAt: InstantText },
  { title: 'Allotment' },
);

export function allotmentView(allotment: Allotment): Static<typeof AllotmentView> {
  const { id, supplierId, contractNumber, kind, mode, unitCode, name, timeZone, releaseDays, version } =
    allotment;
  return {
    ...{ id, supplierId, contractNumber, kind, mode, unitCode, name, timeZone, releaseDays, version },
    createdAt: allotment.createdAt.toString(),
  };
}
