import { Id, InstantText, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import type { Delivery } from './delivery.ts';

export const DeliveryView = Type.Object(
  {
    id: Id,
    template: Type.String(),
    channel: Type.String(),
    aboutId: Id,
    customerId: Type.Union([Id, Type.Null()], { description: 'Null in letters about accounts and to staff' }),
    userId: Type.Union([Id, Type.Null()], { description: 'Whom of the staff a letter to staff is for' }),
    branchId: Id,
    state: Type.String({ description: 'queued, sent or failed' }),
    templateVersion: Type.Union([Type.Integer(), Type.Null()], { description: 'The one it was sent with' }),
    locale: Type.Union([Type.String(), Type.Null()], { description: 'The language it was sent in' }),
    createdAt: InstantText,
    finishedAt: Type.Union([InstantText, Type.Null()]),
    version: Version,
  },
  { title: 'Delivery' },
);

export const deliveryView = (delivery: Delivery): Static<typeof DeliveryView> => ({
  id: delivery.id,
  template: delivery.template,
  channel: delivery.channel,
  aboutId: delivery.aboutId,
  customerId: delivery.customerId ?? null,
  userId: delivery.userId ?? null,
  branchId: delivery.branchId,
  state: delivery.state,
  templateVersion: delivery.templateVersion ?? null,
  locale: delivery.locale ?? null,
  createdAt: delivery.createdAt.toString(),
  finishedAt: delivery.finishedAt?.toString() ?? null,
  version: delivery.version,
});
