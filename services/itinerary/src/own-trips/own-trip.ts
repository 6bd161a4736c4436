import { requirePermission } from '@yitu/access';
import { addDays, DomainError, today } from '@yitu/kernel';
import { query, requestErrors, type Call } from '@yitu/persistence';
import { Id, LocalDate, LocalText, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import type { BookedOrder, Bookings, Departure } from '../bookings.ts';
import type { GuideContact, Guides } from '../guides.ts';
import { CheckIn, GuideAssignment, OperationsSheet } from '../operations-sheets/operations-sheet.ts';
import { Plan, planFields } from '../plans/plan.ts';

const permission = 'itinerary.own-trip.read';

/** Days before the departure from which on travellers know who guides them: until then another may be found. */
const guideKnownDays = 7;

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

/** Asked on the service's own account once booking has said whose the order is: of the group nothing is told but what concerns it. */
const preparationOf = query(
  { permission: 'itinerary.trip.read', oneState: true },
  async (uow, { orderId, departureId }: Pick<BookedOrder, 'orderId' | 'departureId'>) => {
    const [sheet] = await uow.find(OperationsSheet, { departureId });
    const [plan] = await uow.find(Plan, { departureId });
    const ofSheet = sheet && { operationsSheetId: sheet.id };
    const [guide] = ofSheet ? await uow.find(GuideAssignment, ofSheet) : [];
    const checkIns = ofSheet ? await uow.find(CheckIn, { ...ofSheet, orderId }) : [];
    return { sheet, plan, guideId: guide?.guideId, checkedIn: checkIns.length };
  },
);

/** @throws request/not-found for an order that is not the caller's, booking/unavailable */
async function ownOrder(bookings: Bookings, call: Call, orderId: string) {
  try {
    return await bookings.order(call, orderId);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'itinerary/no-such-order')
      throw requestErrors.notFound();
    throw error;
  }
}

async function ownTrip(
  { bookings, guides }: { bookings: Bookings; guides: Guides },
  call: Call,
  id: string,
): Promise<Static<typeof OwnTrip>> {
  const { order, departure } = await ownOrder(bookings, call, id);
  const { agencyId } = requirePermission(call.principal, permission).member;
  const itself = { kind: 'service', service: 'itinerary', agencyId } as const;
  const { sheet, plan, guideId, checkedIn } = await preparationOf({ ...call, principal: itself }, order);
  const near = isNear(departure, call);
  return {
    ...factsOf(order, departure),
    state: stateOf(order, sheet),
    checkedIn,
    plan: plan ? { id: plan.id, version: plan.version, title: plan.title, days: plan.days } : null,
    guide: guideId && near ? await contactOf(guides, { principal: itself }, guideId) : null,
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

function isNear({ departsOn, returnsOn, timeZone }: Departure, { clock }: Call): boolean {
  const date = today(clock.now(), timeZone);
  return date >= addDays(departsOn, -guideKnownDays) && date <= returnsOn;
}

/** A trip is shown without its guide rather than not at all. */
async function contactOf(
  guides: Guides,
  behalf: Parameters<Guides['contact']>[0],
  guideId: string,
): Promise<GuideContact | null> {
  try {
    return await guides.contact(behalf, guideId);
  } catch (error) {
    if (error instanceof DomainError && error.status === 503) return null;
    throw error;
  }
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
