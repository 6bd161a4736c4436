import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType } from '@yitu/persistence';
import { Id, InstantText, LocalDate, MoneyText, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';

export const invoiceKinds = ['electronic', 'paper'] as const;

/** An invoice for a whole order. To whom it is made out may be a person: it is masked in audit records and never part of an event. */
export const Invoice = defineEntity({
  name: 'Invoice',
  tableName: 'invoices',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    number: p.string(),
    orderId: p.uuid(),
    orderNumber: p.string(),
    branchId: p.uuid(),
    issuedBy: p.uuid(),
    kind: p.string().$type<(typeof invoiceKinds)[number]>(),
    title: p.text(),
    taxNumber: p.text().nullable(),
    deliveryEmail: p.text().nullable(),
    amount: p.bigint(),
    currency: p.string(),
    issuedOn: p.date(),
    state: p.string().$type<'issued'>(),
    version: p.integer(),
    createdAt: p.type(InstantType),
  },
});

export type Invoice = InferEntity<typeof Invoice>;

const Text = Type.Union([Type.String(), Type.Null()]);

export const InvoiceView = Type.Object(
  {
    id: Id,
    number: Type.String({ description: 'Without gaps by branch and year' }),
    orderId: Id,
    orderNumber: Type.String(),
    branchId: Id,
    issuedBy: Id,
    kind: Type.Enum([...invoiceKinds]),
    title: Type.String(),
    taxNumber: Text,
    deliveryEmail: Text,
    amount: MoneyText,
    issuedOn: LocalDate,
    state: Type.Enum(['issued']),
    version: Version,
    createdAt: InstantText,
  },
  { title: 'Invoice' },
);

export function invoiceView(invoice: Invoice): Static<typeof InvoiceView> {
  const { id, number, orderId, orderNumber, branchId, issuedBy, kind, title, issuedOn, state, version } =
    invoice;
  return {
    id,
    number,
    orderId,
    orderNumber,
    branchId,
    issuedBy,
    kind,
    title,
    issuedOn,
    state,
    version,
    taxNumber: invoice.taxNumber ?? null,
    deliveryEmail: invoice.deliveryEmail ?? null,
    amount: { amount: invoice.amount.toString(), currency: invoice.currency },
    createdAt: invoice.createdAt.toString(),
  };
}
