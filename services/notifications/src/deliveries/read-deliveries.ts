import { notifications } from '@yitu/contracts';
import { query } from '@yitu/persistence';
import { Id, InstantText, Next, page, pageOf, route, rpc } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { Delivery, deliveryStates } from './delivery.ts';
import { DeliveryView, deliveryView } from './delivery-view.ts';

const Query = Type.Object({
  ...page,
  state: Type.Optional(Type.Enum([...deliveryStates])),
  aboutId: Type.Optional(Id),
});

const Attempt = Type.Object({
  round: Type.Integer({ description: 'Grows each time a person has the message sent again' }),
  number: Type.Integer(),
  attemptedAt: InstantText,
  errorCode: Type.Union([Type.String(), Type.Null()]),
  nextAttemptAt: Type.Union([InstantText, Type.Null()]),
});

const Detail = Type.Object(
  { ...DeliveryView.properties, attempts: Type.Array(Attempt) },
  { title: 'DeliveryDetail' },
);

const listDeliveries = query(
  { permission: 'notifications.delivery.read' },
  async (uow, { limit, after, state, aboutId }: Static<typeof Query>) => {
    const where = {
      agencyId: uow.agencyId,
      ...(state && { state }),
      ...(aboutId && { aboutId }),
      ...(after && { id: { $lt: after } }),
    };
    const rows = await uow.em.find(Delivery, where, { orderBy: { id: 'desc' }, limit: limit + 1 });
    const { items, next } = pageOf(rows, limit);
    return { deliveries: items.map(deliveryView), next };
  },
);

const getDelivery = query(
  { permission: 'notifications.delivery.read', oneState: true },
  async (uow, id: string) => {
    const delivery = await uow.get(Delivery, id);
    const attempts = await uow.rows<Static<typeof Attempt>>(
      `select round, number, to_json(attempted_at) #>> '{}' as "attemptedAt", error_code as "errorCode",
            to_json(next_attempt_at) #>> '{}' as "nextAttemptAt"
     from notifications.delivery_attempts where agency_id = ? and delivery_id = ? order by round, number`,
      [uow.agencyId, id],
    );
    return { ...deliveryView(delivery), attempts };
  },
);

export const readDeliveryRoutes = () => [
  route({
    method: 'GET',
    path: '/v1/deliveries',
    summary: 'Messages to customers within reach, newest first',
    access: 'notifications.delivery.read',
    query: Query,
    result: Type.Object({ deliveries: Type.Array(DeliveryView), next: Next }),
    handle: (call, { query: input }) => listDeliveries(call, input),
  }),
  route({
    method: 'GET',
    path: '/v1/deliveries/:deliveryId',
    summary: 'One message with its attempts',
    access: 'notifications.delivery.read',
    params: Type.Object({ deliveryId: Id }),
    result: Detail,
    handle: (call, { params }) => getDelivery(call, params.deliveryId),
  }),
];

/** More than anybody sends about one order. */
const mostAboutOne = 100;

/** What was sent about one object, oldest first: for its history. */
export const listDeliveriesRpc = () =>
  rpc(notifications.DeliveriesServiceService.listDeliveries, async (call, { aboutId }) => {
    const { deliveries } = await listDeliveries(call, { aboutId, limit: mostAboutOne });
    return {
      deliveries: deliveries.toReversed().map(({ id, template, channel, state, createdAt }) => ({
        deliveryId: id,
        template,
        channel,
        state,
        createdAt,
      })),
    };
  });
