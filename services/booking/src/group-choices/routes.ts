import { query } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import type { AskCrm } from '../customers/ask-crm.ts';
import { Order } from '../orders/order.ts';
import { requireFitTravellers } from '../traveller-checks/check-travellers.ts';
import { choices, Consent, GroupChoice, groupChoiceView, GroupChoiceView } from './group-choice.ts';
import { recordChoice } from './record-choice.ts';

const choicesOf = query({ permission: 'booking.order.read' }, async (uow, orderId: string) => {
  await uow.get(Order, orderId);
  const found = await uow.find(GroupChoice, { orderId });
  return { choices: found.map(groupChoiceView) };
});

const params = Type.Object({ orderId: Id });

const recordChoiceRoute = (crm: AskCrm) => {
  const requireFit = requireFitTravellers(crm, 'booking.group-choice.record');
  return route({
    method: 'POST',
    path: '/v1/orders/:orderId/group-choices',
    summary: 'Record and carry out what the customer chose after their departure was cancelled',
    access: 'booking.group-choice.record',
    params,
    body: Type.Object({
      choice: Type.Enum([...choices]),
      targetDepartureId: Type.Optional(Id),
      consent: Consent,
    }),
    result: GroupChoiceView,
    status: 201,
    versioned: true,
    handle: async (call, { params: { orderId }, body, version }) => {
      if (body.targetDepartureId !== undefined) await requireFit(call, orderId, body.targetDepartureId);
      return recordChoice(call, { ...body, orderId, version });
    },
  });
};

export const groupChoiceRoutes = (crm: AskCrm) => [
  recordChoiceRoute(crm),
  route({
    method: 'GET',
    path: '/v1/orders/:orderId/group-choices',
    summary: 'What the customer of an order chose when its departures were cancelled',
    access: 'booking.order.read',
    params,
    result: Type.Object({
      choices: Type.Array(GroupChoiceView, { description: 'One a cancelled departure' }),
    }),
    handle: (call, { params: { orderId } }) => choicesOf(call, orderId),
  }),
];
