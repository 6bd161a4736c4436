import { events } from '@yitu/contracts';
import { agencyOf } from '@yitu/directory';
import { command, type UnitOfWork } from '@yitu/persistence';
import { useCredit } from '../../credit/use-credit.ts';
import { Departure } from '../../departures/departure.ts';
import { requireNames } from '../../traveller-checks/require-names.ts';
import { rulesInForce } from '../../rules/order-rules.ts';
import { confirm } from '../confirm.ts';
import { Order, orderView, PaymentDue } from '../order.ts';
import { holdUntilDue } from '../hold-until-due.ts';
import { sendDueTimers } from '../../payment-dues/due-timers.ts';
import type { Due } from '../../payment-dues/standing.ts';
import { ownTerms } from '../../payment-terms/payment-terms.ts';
import { checkReview, holdUntil, paymentSchedule } from './decide.ts';

/** Approves an order of somebody else: what is to be paid is settled, the seats are held until the first payment is due. */
export const approveOrder = command(
  { permission: 'booking.order.approve' },
  async (uow, { orderId, version }: { orderId: string; version: number }) => {
    const order = await uow.lock(Order, orderId, version);
    uow.requireOther(order.authorId);
    checkReview(order, uow.now);
    const departure = await uow.get(Departure, order.departureId);
    const rules = await rulesInForce(uow);
    if (rules.travellersForApproval === 'named') await requireNames(uow, orderId);
    const terms = (await ownTerms(uow, order.productId)) ?? rules;
    const { timeZone } = await agencyOf(uow);
    const { departsOn } = departure;
    const schedule = paymentSchedule(order.total, { departsOn, timeZone }, terms, uow.now);
    order.state = 'awaiting-payment';
    order.reviewerId = uow.userId;
    order.holdExpiresAt = holdUntil(schedule, rules, timeZone);
    addDues(uow, order, schedule);
    const { id, number, branchId, customerId, departureId, authorId, currency, total } = order;
    uow.publish(order, events.orderApproved, {
      ...{
        orderId: id,
        number,
        branchId,
        customerId,
        departureId,
        authorId,
        reviewerId: uow.userId,
        total: { amount: total, currency },
      },
      schedule: schedule.map(({ kind, amount, dueOn }) => ({ kind, amount: { amount, currency }, dueOn })),
    });
    await sendDueTimers(uow, id, schedule, { rules, timeZone, held: schedule[0] });
    if (order.holdExpiresAt) holdUntilDue(uow, id, order.holdExpiresAt);
    else await confirm(uow, order); // nothing is to be paid
    await useCredit(uow, order);
    return orderView(order);
  },
);

function addDues(
  uow: UnitOfWork,
  { agencyId, id, branchId, authorId }: Order,
  schedule: readonly Due[],
): void {
  for (const due of schedule)
    uow.add(uow.em.create(PaymentDue, { agencyId, orderId: id, branchId, authorId, ...due }));
}
