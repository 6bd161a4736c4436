import { events } from '@yitu/contracts';
import { command } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { errors } from '../errors.ts';
import { Delivery, deliveryTold } from './delivery.ts';
import { DeliveryView, deliveryView } from './delivery-view.ts';

/** Has a letter that was given up sent again, with a new count of attempts. */
const resendDelivery = command(
  { permission: 'notifications.delivery.resend' },
  async (uow, { deliveryId, version }: { deliveryId: string; version: number }) => {
    const delivery = await uow.lock(Delivery, deliveryId, version);
    if (delivery.state !== 'failed') throw errors.wrongState({ state: delivery.state });
    Object.assign(delivery, { state: 'queued', round: delivery.round + 1, finishedAt: null });
    uow.publish(delivery, events.notificationRequeued, deliveryTold(delivery));
    uow.publishLater(deliveryId, events.deliveryDue, { deliveryId }, uow.now);
    return deliveryView(delivery);
  },
);

export const resendDeliveryRoute = () =>
  route({
    method: 'POST',
    path: '/v1/deliveries/:deliveryId/resend',
    summary: 'Send a message again that was given up',
    access: 'notifications.delivery.resend',
    params: Type.Object({ deliveryId: Id }),
    result: DeliveryView,
    versioned: true,
    handle: (call, { params: { deliveryId }, version }) => resendDelivery(call, { deliveryId, version }),
  });
