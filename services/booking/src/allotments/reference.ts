import { reachOf } from '@yitu/access';
import { requestErrors, type UnitOfWork } from '@yitu/persistence';
import type { DepartureState } from '../departures/departure.ts';
import { checkNotCancelled } from '../departures/change-departure/decide.ts';
import { errors } from '../errors.ts';
import type { OrderState } from '../orders/order.ts';
import { allotmentErrors } from './errors.ts';

/** What units are taken for. */
export type Reference = { readonly orderId: string } | { readonly departureId: string };

/** Whose a taking is: an order's is of the order's branch and author, a departure's everybody's. */
interface Holder {
  readonly orderId: string | null;
  readonly departureId: string | null;
  readonly branchId: string | null;
  readonly authorId: string | null;
}

/** @throws booking/one-reference */
export function checkReference({
  orderId,
  departureId,
}: {
  readonly orderId?: string | undefined;
  readonly departureId?: string | undefined;
}): Reference {
  if (orderId !== undefined && departureId === undefined) return { orderId };
  if (departureId !== undefined && orderId === undefined) return { departureId };
  const message = { zh: '与 departureId 二选一', en: 'is given instead of departureId' };
  throw allotmentErrors.oneReference({ fields: [{ field: '/body/orderId', rule: 'one-of', message }] });
}

/**
 * Finds what units are to be taken for, and holds it: it does not end until the transaction does.
 * @throws booking/no-such-order, no-such-departure, wrong-state, departure-wrong-state, request/out-of-reach
 */
export async function holderOf(uow: UnitOfWork, reference: Reference): Promise<Holder> {
  if ('orderId' in reference) return holdOrder(uow, reference.orderId);
  // A block is everybody's: row security would show it to nobody of a branch.
  if (reachOf(uow.member, 'booking.allotment.take') !== 'agency') throw requestErrors.outOfReach();
  await holdDeparture(uow, reference.departureId);
  return { orderId: null, departureId: reference.departureId, branchId: null, authorId: null };
}

interface HeldOrder {
  readonly state: OrderState;
  readonly departureId: string;
  readonly branchId: string;
  readonly authorId: string;
}

const over: readonly OrderState[] = ['cancelled', 'expired', 'completed', 'settled'];

async function holdOrder(uow: UnitOfWork, orderId: string): Promise<Holder> {
  const [order] = await uow.rows<HeldOrder>(
    `select state, departure_id as "departureId", branch_id as "branchId", author_id as "authorId"
     from booking.orders where agency_id = ? and id = ? for share`,
    [uow.agencyId, orderId],
  );
  if (!order) throw allotmentErrors.noSuchOrder();
  if (over.includes(order.state)) throw errors.wrongState({ state: order.state });
  await holdDeparture(uow, order.departureId);
  return { orderId, departureId: null, branchId: order.branchId, authorId: order.authorId };
}

async function holdDeparture(uow: UnitOfWork, departureId: string): Promise<void> {
  const [departure] = await uow.rows<{ state: DepartureState }>(
    'select state from booking.departures where agency_id = ? and id = ? for share',
    [uow.agencyId, departureId],
  );
  if (!departure) throw errors.noSuchDeparture();
  checkNotCancelled({ ...departure, groupStanding: 'undecided' });
}
