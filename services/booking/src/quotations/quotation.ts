import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType } from '@yitu/persistence';
import { Id, InstantText, LocalDate, MoneyText, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import type { Content } from './content.ts';

export const quotationStates = ['draft', 'sent', 'accepted', 'ordered', 'declined', 'expired'] as const;
type QuotationState = (typeof quotationStates)[number];

/** What a customer is offered, in revisions; it says which of them counts and how far that one has come. */
export const Quotation = defineEntity({
  name: 'Quotation',
  tableName: 'quotations',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    number: p.string(),
    branchId: p.uuid(),
    authorId: p.uuid(),
    customerId: p.uuid(),
    state: p.string().$type<QuotationState>(),
    revision: p.integer(),
    departureId: p.uuid().nullable(),
    currency: p.string(),
    total: p.bigint(),
    validUntil: p.date(),
    /** The end of that day at the agency. */
    expiresAt: p.type(InstantType),
    approvedRevision: p.integer().nullable(),
    approverId: p.uuid().nullable(),
    declineReason: p.text().nullable(),
    orderId: p.uuid().nullable(),
    version: p.integer(),
    createdAt: p.type(InstantType),
  },
});

export type Quotation = InferEntity<typeof Quotation>;

/** What was offered once; the database lets nobody change it. */
export const QuotationRevision = defineEntity({
  name: 'QuotationRevision',
  tableName: 'quotation_revisions',
  properties: {
    agencyId: p.uuid().primary(),
    quotationId: p.uuid().primary(),
    revision: p.integer().primary(),
    branchId: p.uuid(),
    /** Of the quotation; who wrote this revision is `draftedBy`. */
    authorId: p.uuid(),
    draftedBy: p.uuid(),
    departureId: p.uuid().nullable(),
    currency: p.string(),
    total: p.bigint(),
    cost: p.bigint(),
    belowCost: p.boolean(),
    overDiscountLimit: p.boolean(),
    content: p.json<Content>(),
    createdAt: p.type(InstantType),
  },
});

export type QuotationRevision = InferEntity<typeof QuotationRevision>;

const orNull = <Schema extends typeof Id | typeof Version>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);

export const QuotationView = Type.Object(
  {
    id: Id,
    number: Type.String(),
    branchId: Id,
    authorId: Id,
    customerId: Id,
    departureId: orNull(Id),
    state: Type.String({ description: quotationStates.join(', ') }),
    revision: Type.Integer({ description: 'The one that counts' }),
    total: MoneyText,
    validUntil: LocalDate,
    expiresAt: InstantText,
    approvedRevision: orNull(Version),
    approverId: orNull(Id),
    declineReason: Type.Union([Type.String(), Type.Null()]),
    orderId: orNull(Id),
    version: Version,
    createdAt: InstantText,
  },
  { title: 'Quotation' },
);

export function quotationView(quotation: Quotation): Static<typeof QuotationView> {
  const { id, number, branchId, authorId, customerId, state, revision, validUntil, version } = quotation;
  return {
    ...{ id, number, branchId, authorId, customerId, state, revision, validUntil, version },
    departureId: quotation.departureId ?? null,
    total: { amount: quotation.total.toString(), currency: quotation.currency },
    expiresAt: quotation.expiresAt.toString(),
    approvedRevision: quotation.approvedRevision ?? null,
    approverId: quotation.approverId ?? null,
    declineReason: quotation.declineReason ?? null,
    orderId: quotation.orderId ?? null,
    createdAt: quotation.createdAt.toString(),
  };
}
