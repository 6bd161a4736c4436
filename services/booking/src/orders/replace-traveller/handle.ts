import { events } from '@yitu/contracts';
import { command, query, type Call, type UnitOfWork } from '@yitu/persistence';
import type { AskCrm } from '../../customers/ask-crm.ts';
import type { CategoryOf } from '../../customers/customers.ts';
import { Departure } from '../../departures/departure.ts';
import { travellerRulesFor } from '../../traveller-checks/category-rules.ts';
import { questionAbout, requireFit } from '../../traveller-checks/check-travellers.ts';
import type { NamedTraveller } from '../named-travellers.ts';
import { Order, OrderTraveller, orderView } from '../order.ts';
import { decideReplacement, type Replacement } from './decide.ts';

export interface Replacing extends Replacement {
  readonly orderId: string;
  readonly version: number;
}

export const permission = 'booking.order.change';

/**
 * Has somebody travel in the place of another in an approved order. Everything is looked at before crm is asked whether they fit, and once more where
 * it is stored, as with naming.
 */
export const replaceTraveller = (categoryOf: CategoryOf, crm: AskCrm) => {
  const ask = query(
    { permission },
    async (uow, { call, ...replacing }: Replacing & { readonly call: Call }) => {
      const order = await uow.get(Order, replacing.orderId);
      const { place } = await check(uow, call, categoryOf, { order, replacing });
      return questionAbout(uow, order.departureId, [place]);
    },
  );
  const store = command(
    { permission },
    async (uow, { call, ...replacing }: Replacing & { readonly call: Call }) => {
      const order = await uow.lock(Order, replacing.orderId, replacing.version);
      const { place, named } = await check(uow, call, categoryOf, { order, replacing });
      exchange(uow, order, named, { place, travellerId: replacing.travellerId });
      return orderView(order);
    },
  );
  return async (call: Call, replacing: Replacing) => {
    await requireFit(crm, call, await ask(call, { ...replacing, call }), '/body/byTravellerId');
    return store(call, { ...replacing, call });
  };
};

async function check(
  uow: UnitOfWork,
  call: Call,
  categoryOf: CategoryOf,
  { order, replacing }: { readonly order: Order; readonly replacing: Replacing },
) {
  const { id: orderId, customerId, state, holdExpiresAt } = order;
  // First of all: of travellers who are not theirs nobody learns anything by how the order stands.
  await categoryOf(uow, call, { customerId, travellerIds: [replacing.byTravellerId] });
  const named = await uow.find(OrderTraveller, { orderId });
  const departure = await uow.get(Departure, order.departureId);
  const { replacement: rule } = await travellerRulesFor(uow, departure.departsOn);
  const booked = { state, holdExpiresAt, travellers: named };
  return { named, place: decideReplacement(booked, departure, replacing, { rule, now: uow.now }) };
}

interface Exchange {
  readonly place: NamedTraveller;
  readonly travellerId: string;
}

function exchange(
  uow: UnitOfWork,
  order: Order,
  named: readonly OrderTraveller[],
  { place, travellerId }: Exchange,
): void {
  const { agencyId, id: orderId, branchId, authorId, departureId } = order;
  for (const one of named) if (one.travellerId === travellerId) uow.em.remove(one);
  uow.add(uow.em.create(OrderTraveller, { agencyId, orderId, branchId, authorId, ...place }));
  const staying = named.map((one) => one.travellerId).filter((id) => id !== travellerId);
  uow.publish(order, events.orderTravellersNamed, {
    ...{ orderId, branchId, departureId, namedTravellerIds: [place.travellerId] },
    ...{ travellerIds: [...staying, place.travellerId], replacedTravellerIds: [travellerId] },
  });
}
