import { Id, InstantText, MoneyText, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { LineCategory } from '../../pricing/price.ts';
import { CancellationView } from '../cancellation.ts';
import { breakOff, cancelByAgency, cancelOrder, recordNoShow } from './handle.ts';

const Amount = Type.Object({
  amount: Type.String({ pattern: '^[0-9]{1,15}$', description: 'Minor units, none below zero' }),
  currency: MoneyText.properties.currency,
});

const reason = Type.String({ minLength: 2, maxLength: 1_000 });
const noticeArrivedAt = Type.Optional(InstantText);
const provenCost = Type.Optional(
  Type.Object(
    {
      amount: Amount,
      proof: Type.String({ minLength: 3, maxLength: 1_000, description: 'What proves it, for the file' }),
    },
    { description: 'What it comes to beyond the scale is kept back until somebody else has approved it' },
  ),
);
const agreedPenalty = Type.Optional({
  ...Amount,
  description: 'What the customer has agreed to: refused when it is another by now',
});
/** What of an order is cancelled. */
const part = {
  category: LineCategory,
  place: Type.Integer({
    ...{ minimum: 0, maximum: 500, default: 0 },
    description: 'Which line of its category: of what was quoted beside the departure there may be several',
  }),
  count: Type.Integer({ minimum: 1, maximum: 500, default: 1 }),
  travellerIds: Type.Array(Id, {
    ...{ maxItems: 500, uniqueItems: true, default: [] },
    description: 'Those of them who are named in the order',
  }),
  singleRooms: Type.Integer({
    ...{ minimum: 0, maximum: 500, default: 0 },
    description: 'Rooms alone that go with them',
  }),
};
const Part = Type.Optional(Type.Object(part, { description: 'All of the order where nothing is said' }));

const ofOrder = {
  method: 'POST',
  params: Type.Object({ orderId: Id }),
  result: CancellationView,
  status: 201,
  versioned: true,
} as const;

export const cancelOrderRoutes = () => [
  route({
    ...ofOrder,
    path: '/v1/orders/:orderId/cancellation',
    summary: 'Cancel an approved order at the wish of the customer, before its departure',
    access: 'booking.order.cancel',
    body: Type.Object({ reason, noticeArrivedAt, provenCost, agreedPenalty }),
    handle: (call, { params, body, version }) => cancelOrder(call, { ...params, ...body, version }),
  }),
  route({
    ...ofOrder,
    path: '/v1/orders/:orderId/part-cancellation',
    summary:
      'Cancel travellers, single rooms or what was quoted beside of an approved order; the rest goes on',
    access: 'booking.order.cancel',
    body: Type.Object({ reason, noticeArrivedAt, provenCost, agreedPenalty, part: Type.Object(part) }),
    handle: (call, { params, body, version }) => cancelOrder(call, { ...params, ...body, version }),
  }),
  route({
    ...ofOrder,
    path: '/v1/orders/:orderId/break-off',
    summary: 'End the trip of an order or of some of its travellers early, at the wish of the customer',
    access: 'booking.order.break-off',
    body: Type.Object({ reason, noticeArrivedAt, provenCost, agreedPenalty, part: Part }),
    handle: (call, { params, body, version }) => breakOff(call, { ...params, ...body, version }),
  }),
  route({
    ...ofOrder,
    path: '/v1/orders/:orderId/agency-cancellation',
    summary:
      'Cancel an order by the agency, with compensation, or by force majeure, at what suppliers provably do not return',
    access: 'booking.order.cancel-by-agency',
    body: Type.Object({ cause: Type.Enum(['agency', 'force-majeure']), reason, noticeArrivedAt }),
    handle: (call, { params, body, version }) => cancelByAgency(call, { ...params, ...body, version }),
  }),
  route({
    ...ofOrder,
    path: '/v1/orders/:orderId/no-show',
    summary: 'Record that nobody of an order came to the departure, or who did not',
    access: 'booking.order.record-no-show',
    body: Type.Object({ reason, provenCost, part: Part }),
    handle: (call, { params, body, version }) => recordNoShow(call, { ...params, ...body, version }),
  }),
];
