import { events } from '@yitu/contracts';
import type { UnitOfWork } from '@yitu/persistence';
import type { Static } from 'typebox';
import { cancel } from '../cancellations/cancel.ts';
import { claimRefund } from '../cancellations/refund-claim.ts';
import { Departure } from '../departures/departure.ts';
import { errors } from '../errors.ts';
import { endOrder } from '../orders/end-order.ts';
import type { Order } from '../orders/order.ts';
import { Product } from '../products/product.ts';
import { checkChoice, checkChoosing } from './decide.ts';
import { GroupChoice, type Choice, type StoredConsent } from './group-choice.ts';
import { moveOrder, type Moved } from './move-order.ts';

/** What a customer chose, and how they said so. */
export interface Chosen {
  readonly choice: Choice;
  readonly targetDepartureId?: string | undefined;
  readonly consent: Static<typeof StoredConsent>;
  /** Who says so here; nobody where a rule does. */
  readonly recordedBy: string | null;
}

/**
 * Records what the customer of a locked order chose and does it: a transfer and a postponement move the order with its seats and its price; a refund
 * ends it.
 * @throws booking/wrong-state, departure-takes-place, choice-made, target-departure, consent-in-the-future, no-such-departure, departure-not-open,
 * cut-off-passed, not-enough-seats
 */
export async function choose(uow: UnitOfWork, order: Order, chosen: Chosen): Promise<GroupChoice> {
  const { choice, targetDepartureId } = chosen;
  const departure = await uow.get(Departure, order.departureId);
  checkChoosing(order, departure);
  checkChoice(chosen, departure.timeZone, uow.now);
  const [earlier] = await uow.find(GroupChoice, { orderId: order.id, departureId: departure.id });
  if (earlier) throw errors.choiceMade();
  const recorded = record(uow, order, chosen);
  if (targetDepartureId === undefined) {
    tellChoice(uow, order, recorded, { productName: undefined });
    await refundAll(uow, order, departure, chosen);
  } else {
    const moved = await moveOrder(uow, order, departure, { choice, targetDepartureId });
    const { name } = await uow.get(Product, moved.to.productId);
    tellChoice(uow, order, recorded, { productName: name, ...moved });
  }
  return recorded;
}

function record(uow: UnitOfWork, order: Order, chosen: Chosen): GroupChoice {
  const { choice, targetDepartureId, consent, recordedBy } = chosen;
  const { agencyId, now: recordedAt } = uow;
  const { id: orderId, branchId, authorId, departureId } = order;
  return uow.add(
    uow.em.create(GroupChoice, {
      ...{ agencyId, orderId, departureId, branchId, authorId, choice, recordedBy, recordedAt },
      targetDepartureId: targetDepartureId ?? null,
      ...{ consentBy: consent.by, consentedOn: consent.on, consentText: consent.text },
    }),
  );
}

/** Tells what was chosen, and of an order that has moved where it is now and what is to be paid when. */
function tellChoice(
  uow: UnitOfWork,
  order: Order,
  { departureId, choice, targetDepartureId, consentBy }: GroupChoice,
  { productName, to, open = [] }: Partial<Moved> & { readonly productName: Product['name'] | undefined },
): void {
  const { id: orderId, branchId, customerId, authorId, seats, currency, total, paid, state } = order;
  uow.publish(order, events.orderGroupChoiceRecorded, {
    ...{ orderId, branchId, customerId, authorId, departureId, choice, seats, orderState: state },
    targetDepartureId: targetDepartureId ?? '',
    consentBy,
    ...{ total: { amount: total, currency }, paid: { amount: paid, currency }, productName },
    ...{ departsOn: to?.departsOn ?? '', returnsOn: to?.returnsOn ?? '', timeZone: to?.timeZone ?? '' },
    openDues: open.map(({ kind, outstanding, dueOn }) => ({
      ...{ kind, dueOn, amount: { amount: outstanding, currency } },
    })),
  });
}

/**
 * Ends an order whose customer wants their money back: all of it, with compensation by the day they were told where the agency is at fault. Where the
 * minimum was not reached the scale says nothing is owed when they were told in time.
 */
async function refundAll(
  uow: UnitOfWork,
  order: Order,
  departure: Departure,
  { consent, recordedBy: cancelledBy }: Chosen,
): Promise<void> {
  const unchosen = consent.by === 'rule';
  const cause = departure.cancelCause === 'force-majeure' ? 'force-majeure' : 'agency';
  if (order.state === 'in-review' || order.state === 'returned') {
    await endOrder(uow, order, 'cancelled', { cause, penalty: 0n, kept: 0n, unchosen });
    await claimRefund(uow, order, { paid: order.paid, kept: 0n, reason: 'cancelled' });
    return;
  }
  const arrivedAt = departure.cancelledAt ?? uow.now;
  await cancel(uow, order, departure, {
    ...{ cause, reason: consent.text, proof: '', arrivedAt, provenCost: undefined, cancelledBy, unchosen },
  });
}
