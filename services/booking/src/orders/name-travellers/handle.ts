import type { Permission } from '@yitu/access';
import { events } from '@yitu/contracts';
import { command, query, type Call, type UnitOfWork } from '@yitu/persistence';
import type { Static } from 'typebox';
import type { AskCrm } from '../../customers/ask-crm.ts';
import type { Party } from '../../customers/ask-first.ts';
import { Departure } from '../../departures/departure.ts';
import { asSeenBy } from '../../portal/as-seen-by.ts';
import { questionAbout, requireFit } from '../../traveller-checks/check-travellers.ts';
import { Order, OrderLine, OrderTraveller, orderView, type Traveller } from '../order.ts';
import { decideNaming } from './decide.ts';

export interface Naming {
  readonly orderId: string;
  readonly version: number;
  readonly travellers: readonly Static<typeof Traveller>[];
}

/** Who names: by which permission, whose orders they may, and whom. */
export interface Namer {
  readonly permission: Permission;
  /** The customer whose orders alone are found; undefined for all within reach. */
  readonly customerOf: (uow: UnitOfWork) => Promise<string | undefined>;
  /** That the travellers are the order's customer's and visible to the caller. */
  readonly requireTravellers: (uow: UnitOfWork, call: Call, party: Party) => Promise<unknown>;
}

/**
 * Gives unnamed places of an approved order their travellers. Everything is looked at before crm is asked whether they fit, so that nobody learns by
 * this of travellers who are not theirs, and once more where it is stored.
 */
export const nameTravellers = (crm: AskCrm, namer: Namer) => {
  const { permission } = namer;
  const ask = query({ permission }, async (uow, { call, ...naming }: Naming & { readonly call: Call }) => {
    const order = await uow.get(Order, await wantedOf(uow, namer, naming));
    await check(uow, call, namer, { order, naming });
    return questionAbout(uow, order.departureId, naming.travellers);
  });
  const store = command(
    { permission },
    async (uow, { call, ...naming }: Naming & { readonly call: Call }) => {
      const order = await uow.lock(Order, await wantedOf(uow, namer, naming), naming.version);
      const named = await check(uow, call, namer, { order, naming });
      fill(uow, order, named, naming.travellers);
      return asSeenBy(uow.member, orderView(order));
    },
  );
  return async (call: Call, naming: Naming) => {
    await requireFit(crm, call, await ask(call, { ...naming, call }), '/body/travellers');
    return store(call, { ...naming, call });
  };
};

async function wantedOf(uow: UnitOfWork, { customerOf }: Namer, { orderId: id }: Naming) {
  const customerId = await customerOf(uow);
  return customerId === undefined ? { id } : { id, customerId };
}

/** @returns who is named already */
async function check(
  uow: UnitOfWork,
  call: Call,
  { requireTravellers }: Namer,
  { order, naming: { travellers } }: { readonly order: Order; readonly naming: Naming },
): Promise<OrderTraveller[]> {
  const { id: orderId, customerId, state, holdExpiresAt } = order;
  const travellerIds = travellers.map(({ travellerId }) => travellerId);
  // First of all: of travellers who are not theirs nobody learns anything by how the order stands.
  await requireTravellers(uow, call, { customerId, travellerIds });
  const lines = await uow.find(OrderLine, { orderId });
  const named = await uow.find(OrderTraveller, { orderId });
  const departure = await uow.get(Departure, order.departureId);
  decideNaming({ state, holdExpiresAt, lines, travellers: named }, departure, travellers, uow.now);
  return named;
}

function fill(
  uow: UnitOfWork,
  order: Order,
  named: readonly OrderTraveller[],
  travellers: Naming['travellers'],
): void {
  const { agencyId, id: orderId, branchId, authorId, departureId } = order;
  for (const one of travellers)
    uow.add(uow.em.create(OrderTraveller, { agencyId, orderId, branchId, authorId, ...one }));
  const ids = travellers.map(({ travellerId }) => travellerId);
  uow.publish(order, events.orderTravellersNamed, {
    ...{ orderId, branchId, departureId, namedTravellerIds: ids, replacedTravellerIds: [] },
    travellerIds: [...named.map(({ travellerId }) => travellerId), ...ids],
  });
}
