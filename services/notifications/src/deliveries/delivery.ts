import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { events } from '@yitu/contracts';
import { newId, type Locale } from '@yitu/kernel';
import { InstantType, type UnitOfWork } from '@yitu/persistence';
import type {
  AccountLetterKey,
  Facts,
  LetterKey,
  OrderLetterKey,
  StaffLetterKey,
} from '../templates/variables.ts';

export const deliveryStates = ['queued', 'sent', 'failed'] as const;

/** One letter to one person. Address and text are not kept: they are asked for and made at the moment of sending. */
export const Delivery = defineEntity({
  name: 'Delivery',
  tableName: 'deliveries',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    template: p.string().$type<LetterKey>(),
    channel: p.string().$type<'email'>(),
    /** The order the letter is about; of a letter about an account, what it is about there. */
    aboutId: p.uuid(),
    /** Null in letters about accounts: they are not for customers only. */
    customerId: p.uuid().nullable(),
    /** The member of staff it is for, in letters to staff. */
    userId: p.uuid().nullable(),
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
export const deliveryTold = ({ id, template, channel, aboutId, customerId, branchId }: Delivery) => ({
  deliveryId: id,
  template,
  channel,
  aboutId,
  customerId: customerId ?? '',
  branchId,
});

/** Has a letter about an order sent: at once, and again as long as it does not go out (see on-delivery-due). */
export const queueLetter = <Key extends OrderLetterKey>(
  uow: UnitOfWork,
  template: Key,
  { orderId: aboutId, customerId, branchId }: About,
  facts: Facts[Key],
): Delivery => queue(uow, { template, aboutId, customerId, branchId, facts });

/** The same for a letter about an account. @param aboutId what identity knows the letter by */
export const queueAccountLetter = (
  uow: UnitOfWork,
  template: AccountLetterKey,
  { aboutId, branchId }: { aboutId: string; branchId: string },
): Delivery => queue(uow, { template, aboutId, customerId: null, branchId, facts: {} });

/** The same for a letter to a member of staff. */
export const queueStaffLetter = <Key extends StaffLetterKey>(
  uow: UnitOfWork,
  template: Key,
  { aboutId, userId, branchId }: { aboutId: string; userId: string; branchId: string },
  facts: Facts[Key],
): Delivery => queue(uow, { template, aboutId, customerId: null, userId, branchId, facts });

function queue(
  uow: UnitOfWork,
  told: Pick<Delivery, 'template' | 'aboutId' | 'customerId' | 'branchId' | 'facts'> & { userId?: string },
): Delivery {
  const delivery = uow.add(
    uow.em.create(Delivery, {
      agencyId: uow.agencyId,
      id: newId(),
      ...told,
      customerId: told.customerId ?? null,
      userId: told.userId ?? null,
      channel: 'email',
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
