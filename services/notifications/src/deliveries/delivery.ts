import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { events } from '@yitu/contracts';
import { newId, type Locale } from '@yitu/kernel';
import { InstantType, type UnitOfWork } from '@yitu/persistence';
import type { Facts, LetterKey } from '../templates/variables.ts';

export const deliveryStates = ['queued', 'sent', 'failed'] as const;

/** One letter to one customer. Address and text are not kept: they are asked for and made at the moment of sending. */
export const Delivery = defineEntity({
  name: 'Delivery',
  tableName: 'deliveries',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    template: p.string().$type<LetterKey>(),
    channel: p.string().$type<'email'>(),
    /** The order the letter is about. */
    aboutId: p.uuid(),
    customerId: p.uuid(),
    branchId: p.uuid(),
    facts: p.json<Facts[LetterKey]>(),
    state: p.string().$type<(typeof deliveryStates)[number]>(),
    /** Attempts are counted anew each time a person has it sent again. */
    round: p.integer(),
    templateVersion: p.integer().nullable(),
    locale: p.string().$type<Locale>().nullable(),
    finishedAt: p.type(InstantType).nullable(),
    version: p.integer(),
    createdAt: p.type(InstantType),
  },
});

export type Delivery = InferEntity<typeof Delivery>;

export interface About {
  readonly orderId: string;
  readonly customerId: string;
  readonly branchId: string;
}

/** What the events of a delivery tell of it. */
export const deliveryTold = ({ id, template, channel, aboutId, customerId }: Delivery) => ({
  deliveryId: id,
  template,
  channel,
  aboutId,
  customerId,
});

/** Has a letter sent: at once, and again as long as it does not go out (see on-delivery-due). */
export function queueLetter<Key extends LetterKey>(
  uow: UnitOfWork,
  template: Key,
  { orderId, customerId, branchId }: About,
  facts: Facts[Key],
): Delivery {
  const delivery = uow.add(
    uow.em.create(Delivery, {
      agencyId: uow.agencyId,
      id: newId(),
      template,
      channel: 'email',
      aboutId: orderId,
      customerId,
      branchId,
      facts,
      state: 'queued',
      round: 1,
      version: 0,
      createdAt: uow.now,
      templateVersion: null,
      locale: null,
      finishedAt: null,
    }),
  );
  uow.publish(delivery, events.notificationQueued, deliveryTold(delivery));
  uow.publishLater(delivery.id, events.deliveryDue, { deliveryId: delivery.id }, uow.now);
  return delivery;
}
