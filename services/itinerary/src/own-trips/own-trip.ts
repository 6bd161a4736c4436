import { requirePermission } from '@yitu/access';
import type { Call } from '@yitu/persistence';
import { Id, LocalDate, LocalText, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import type { BookedOrder, Bookings, Departure } from '../bookings.ts';
import type { Guides } from '../guides.ts';
import type { OperationsSheet } from '../operations-sheets/operations-sheet.ts';
import { planFields } from '../plans/plan.ts';
import { ownOrder } from './own-order.ts';
import { guideKnownDays, guideOf, preparationOf } from './preparation.ts';

const permission = 'itinerary.own-trip.read';

const OwnTrip = Type.Object(
  {
    orderId: Id,
    orderNumber: Type.String(),
    orderState: Type.String(),
    departureId: Id,
    groupNumber: Type.String(),
    productName: LocalText,
    destinationCountry: Type.String(),
    departsOn: LocalDate,
    returnsOn: LocalDate,
    timeZone: Type.String(),
    state: Type.Enum(['planned', 'preparing', 'travelling', 'ended', 'cancelled']),
    heads: Type.Integer({ description: 'Everybody of the order' }),
    checkedIn: Type.Integer({ description: 'Of the order' }),
    plan: Type.Union([Type.Object({ id: Id, version: Type.Integer(), ...planFields }), Type.Null()]),
    guide: Type.Union(
      [Type.Object({ name: Type.String(), mobile: Type.Union([Type.String(), Type.Null()]) }), Type.Null()],
      { description: `Known from ${guideKnownDays} days before the departure until the return` },
    ),
  },
  { title: 'OwnTrip' },
);

async function ownTrip(
  { bookings, guides }: { bookings: Bookings; guides: Guides },
  call: Call,
  id: string,
): Promise<Static<typeof OwnTrip>> {
  const { order, departure } = await ownOrder(bookings, call, id);
  const { agencyId } = requirePermission(call.principal, permission).member;
  const itself = { ...call, principal: { kind: 'service', service: 'itinerary', agencyId } as const };
  const { sheet, plan, guideId, checkedIn } = await preparationOf(itself, order);
  return {
    ...factsOf(order, departure),
    state: stateOf(order, sheet),
    checkedIn,
    plan: plan ? { id: plan.id, version: plan.version, title: plan.title, days: plan.days } : null,
    guide: await guideOf(guides, itself, departure, guideId),
  };
}

function factsOf(order: BookedOrder, departure: Departure) {
  const { orderId, number: orderNumber, state: orderState, departureId, heads } = order;
  const { groupNumber, productName, destinationCountry, departsOn, returnsOn, timeZone } = departure;
  return {
    ...{ orderId, orderNumber, orderState, departureId, heads, groupNumber, productName },
    ...{ destinationCountry, departsOn, returnsOn, timeZone },
  };
}

function stateOf(
  { state }: BookedOrder,
  sheet: OperationsSheet | undefined,
): Static<typeof OwnTrip>['state'] {
  if (state === 'cancelled' || state === 'expired') return 'cancelled';
  return sheet?.state ?? 'planned';
}

export const getOwnTripRoute = (bookings: Bookings, guides: Guides) =>
  route({
    method: 'GET',
    path: '/v1/own-trips/:orderId',
    summary: "The trip of one of the caller's own orders: its days, how far it is, who guides it",
    access: permission,
    params: Type.Object({ orderId: Id }),
    result: OwnTrip,
    handle: (call, { params }) => ownTrip({ bookings, guides }, call, params.orderId),
  });
