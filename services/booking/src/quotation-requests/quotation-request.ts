import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType } from '@yitu/persistence';
import { Id, InstantText, LocalDate, MoneyText, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';

export const requestStates = ['open', 'quoted', 'declined', 'withdrawn'] as const;
type RequestState = (typeof requestStates)[number];

/** What a customer asks to be quoted; somebody of the branch that looks after them answers it with a quotation or a reason. */
export const QuotationRequest = defineEntity({
  name: 'QuotationRequest',
  tableName: 'quotation_requests',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    branchId: p.uuid(),
    authorId: p.uuid(),
    customerId: p.uuid(),
    productId: p.uuid().nullable(),
    departureId: p.uuid().nullable(),
    travellers: p.integer(),
    fromDate: p.date().nullable(),
    untilDate: p.date().nullable(),
    /** Minor units of `currency`, for all of it. */
    budget: p.bigint().nullable(),
    currency: p.string().nullable(),
    words: p.text(),
    state: p.string().$type<RequestState>(),
    declineReason: p.text().nullable(),
    quotationId: p.uuid().nullable(),
    version: p.integer(),
    createdAt: p.type(InstantType),
  },
});

export type QuotationRequest = InferEntity<typeof QuotationRequest>;

const orNull = <Schema extends typeof Id | typeof MoneyText>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);

const asked = {
  id: Id,
  productId: orNull(Id),
  departureId: orNull(Id),
  travellers: Type.Integer(),
  from: orNull(LocalDate),
  until: orNull(LocalDate),
  budget: orNull(MoneyText),
  words: Type.String(),
  declineReason: Type.Union([Type.String(), Type.Null()]),
  version: Version,
  createdAt: InstantText,
};

export const RequestView = Type.Object(
  {
    ...asked,
    branchId: Id,
    customerId: Id,
    state: Type.String({ description: requestStates.join(', ') }),
    quotationId: orNull(Id),
  },
  { title: 'QuotationRequest' },
);

/** A request as its customer sees it. */
export const OwnRequestView = Type.Object(
  {
    ...asked,
    state: Type.String({
      description: `${requestStates.join(', ')}; quoted as soon as somebody writes the quotation`,
    }),
    quotationId: { ...orNull(Id), description: 'Once it was sent' },
  },
  { title: 'OwnQuotationRequest' },
);

function askedOf(request: QuotationRequest) {
  const { id, productId, departureId, travellers, words, declineReason, version, budget, currency } = request;
  return {
    ...{ id, travellers, words, version, state: request.state },
    productId: productId ?? null,
    departureId: departureId ?? null,
    from: request.fromDate ?? null,
    until: request.untilDate ?? null,
    budget: budget != null && currency != null ? { amount: budget.toString(), currency } : null,
    declineReason: declineReason ?? null,
    createdAt: request.createdAt.toString(),
  };
}

export const requestView = (request: QuotationRequest): Static<typeof RequestView> => ({
  ...askedOf(request),
  branchId: request.branchId,
  customerId: request.customerId,
  quotationId: request.quotationId ?? null,
});

/** @param sent the quotations of those that were sent: nobody hears of drafts */
export const ownRequestView = (
  request: QuotationRequest,
  sent: ReadonlySet<string>,
): Static<typeof OwnRequestView> => ({
  ...askedOf(request),
  quotationId: request.quotationId && sent.has(request.quotationId) ? request.quotationId : null,
});
