import { events } from '@yitu/contracts';
import { today } from '@yitu/kernel';
import { command } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import type { AskCrm } from '../customers/ask-crm.ts';
import { Departure } from '../departures/departure.ts';
import { errors } from '../errors.ts';
import { Order } from '../orders/order.ts';
import { ownCustomerId } from '../portal/own-customer.ts';
import { requireFitTravellers } from '../traveller-checks/check-travellers.ts';
import { choose } from './choose.ts';
import { choices, groupChoiceView, GroupChoiceView, type Choice } from './group-choice.ts';

interface OwnChoice {
  readonly orderId: string;
  readonly version: number;
  readonly choice: Choice;
  readonly targetDepartureId?: string | undefined;
}

/**
 * A customer chooses for an order of theirs, by the same decision as when they tell the staff. The order keeps its price, so they move within its
 * product; what goes beyond that they agree on with somebody.
 * @throws request/not-found, booking/target-departure, and what choose throws
 */
const chooseOwn = command(
  { permission: 'booking.own-group-choice.record' },
  async (uow, { orderId, version, choice, targetDepartureId }: OwnChoice) => {
    const customerId = await ownCustomerId(uow);
    const order = await uow.lock(Order, { id: orderId, customerId }, version);
    if (targetDepartureId !== undefined) {
      const [to] = await uow.find(Departure, { id: targetDepartureId });
      if (!to) throw errors.noSuchDeparture();
      if (to.productId !== order.productId) throw errors.targetDeparture();
    }
    const { timeZone } = await uow.get(Departure, order.departureId);
    // Nobody has told of this consent in words: it is the customer's own act.
    const consent = { by: 'portal', on: today(uow.now, timeZone), text: '' } as const;
    const chosen = { choice, targetDepartureId, consent, recordedBy: uow.userId };
    const recorded = await choose(uow, order, chosen);
    // What the staff took of allotments for it is beyond their reach: it goes back by a message.
    if (targetDepartureId !== undefined)
      uow.publishLater(orderId, events.orderTakingsEndDue, { orderId }, uow.now);
    return groupChoiceView(recorded);
  },
);

export const ownGroupChoiceRoute = (crm: AskCrm) => {
  const requireFit = requireFitTravellers(crm, 'booking.own-group-choice.record');
  return route({
    method: 'POST',
    path: '/v1/own-orders/:orderId/group-choices',
    summary:
      'Choose oneself what becomes of an order whose departure was called off: another departure of its product, or the money back',
    access: 'booking.own-group-choice.record',
    params: Type.Object({ orderId: Id }),
    body: Type.Object({ choice: Type.Enum([...choices]), targetDepartureId: Type.Optional(Id) }),
    result: GroupChoiceView,
    status: 201,
    versioned: true,
    handle: async (call, { params: { orderId }, body, version }) => {
      if (body.targetDepartureId !== undefined) await requireFit(call, orderId, body.targetDepartureId);
      return chooseOwn(call, { ...body, orderId, version });
    },
  });
};
