import { Currency, Id, InstantText, LocalDate, MoneyText, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { Content, ContentLine } from '../quotations/content.ts';
import { quotationStates, type Quotation } from '../quotations/quotation.ts';

/** A revision that was sent, as a row of the statements that find it. */
export interface SentRow {
  readonly revision: number;
  readonly sentAt: string;
  readonly total: string;
  readonly currency: string;
  readonly validUntil: string;
}

export interface QuotationRow extends SentRow {
  readonly id: string;
  readonly number: string;
  readonly state: Quotation['state'];
  readonly departureId: string | null;
  readonly orderId: string | null;
  readonly version: number;
}

const Sent = {
  revision: Type.Integer(),
  sentAt: InstantText,
  total: MoneyText,
  validUntil: LocalDate,
};

export const SentRevision = Type.Object(Sent, { title: 'SentRevision' });

/** A quotation as its customer sees it: what was sent to them, never what is being written. */
export const OwnQuotation = Type.Object(
  {
    id: Id,
    number: Type.String(),
    state: Type.String({
      description: `${[...quotationStates.filter((state) => state !== 'draft'), 'revising'].join(', ')}; revising is answered after the next revision has come`,
    }),
    departureId: Type.Union([Id, Type.Null()]),
    orderId: Type.Union([Id, Type.Null()]),
    ...Sent,
    revision: { ...Sent.revision, description: 'The last that was sent' },
    version: Version,
  },
  { title: 'OwnQuotation' },
);

const { unitCost: _cost, supplier: _supplier, ...line } = ContentLine.properties;
const { departure, discounts, steps, subtotal, total, shown, note } = Content.properties;

/** What a quotation says to its customer: without cost, margin and suppliers, and what the house thinks of them. */
export const OwnContent = Type.Object(
  {
    revision: Type.Integer(),
    currency: { ...Currency, description: 'Amounts are its minor units' },
    ...{ departure, discounts, steps, subtotal, total, shown, note },
    lines: Type.Array(Type.Object(line)),
    coupons: Type.Array(
      Type.Object({ code: Type.String(), name: Content.properties.discounts.items.properties.name }),
    ),
    validUntil: LocalDate,
  },
  { title: 'OwnQuotationContent' },
);

export const OwnQuotationDetail = Type.Object(
  { ...OwnQuotation.properties, content: OwnContent, revisions: Type.Array(SentRevision) },
  { title: 'OwnQuotationDetail' },
);

export const sentView = (row: SentRow): Static<typeof SentRevision> => ({
  revision: row.revision,
  sentAt: row.sentAt,
  total: { amount: row.total, currency: row.currency },
  validUntil: row.validUntil,
});

export const ownQuotationView = (row: QuotationRow): Static<typeof OwnQuotation> => {
  const { id, number, state, departureId, orderId, version } = row;
  return {
    ...{ id, number, departureId, orderId, version, ...sentView(row) },
    state: state === 'draft' ? 'revising' : state,
  };
};

/** Picks what customers read, so that what the house adds to its quotations stays in the house. */
export function ownContent(revision: number, content: Content): Static<typeof OwnContent> {
  const { currency, lines, coupons, validUntil } = content;
  return {
    ...{ revision, currency, validUntil },
    ...{ departure: content.departure, discounts: content.discounts, steps: content.steps },
    ...{ subtotal: content.subtotal, total: content.total, shown: content.shown, note: content.note },
    lines: lines.map(({ kind, category, text, count, unitPrice, amount, discount, net }) => ({
      ...{ kind, category, text, count, unitPrice, amount, discount, net },
    })),
    coupons: coupons.map(({ code, name }) => ({ code, name })),
  };
}
