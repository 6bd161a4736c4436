import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType } from '@yitu/persistence';

/** A reminder of one order's departure. */
export const Reminder = defineEntity({
  name: 'Reminder',
  tableName: 'reminders',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    orderId: p.uuid(),
    customerId: p.uuid(),
    branchId: p.uuid(),
    productName: p.json<{ zh: string; en: string }>(),
    departsOn: p.date(),
    returnsOn: p.date(),
    timeZone: p.string(),
    dueAt: p.type(InstantType),
    state: p.string().$type<'waiting' | 'sent' | 'cancelled' | 'too-late'>(),
    /** The letter it became. */
    deliveryId: p.uuid().nullable(),
    createdAt: p.type(InstantType),
  },
});

export type Reminder = InferEntity<typeof Reminder>;
