import { agencyOf, agencyToday } from '@yitu/directory';
import type { UnitOfWork } from '@yitu/persistence';
import { holdUntil, paymentSchedule } from '../orders/approve-order/decide.ts';
import { holdUntilDue } from '../orders/hold-until-due.ts';
import { PaymentDue, type Order } from '../orders/order.ts';
import { ownTerms } from '../payment-terms/payment-terms.ts';
import { rulesInForce } from '../rules/order-rules.ts';
import { sendDueTimers } from './due-timers.ts';
import { earliestFirst, standingOf, type Due, type StandingDue } from './standing.ts';

/**
 * What is open of a schedule by the days a new one would have: what that does not know apart is due with its first payment.
 * @param schedule as an approval of today would make it for the new departure
 */
export const redated = (open: readonly StandingDue[], schedule: readonly Due[]): readonly Due[] =>
  open.map(({ kind, amount, dueOn }) => {
    const fresh = schedule.find((due) => due.kind === kind) ?? schedule[0];
    return { kind, amount, dueOn: fresh?.dueOn ?? dueOn };
  });

/**
 * Gives what has not come in of a moved order the days of its new departure, by the terms the order was placed under: what was paid is not asked for
 * again, and amounts stay. The messages of the old days find nothing that is due on them. Seats that are held until a payment are held until its new day.
 * @param order locked, with its new departure @param departsOn of that @returns what is open, earliest first
 */
export async function redateDues(
  uow: UnitOfWork,
  order: Order,
  departsOn: string,
): Promise<readonly StandingDue[]> {
  const dues = await uow.find(PaymentDue, { orderId: order.id });
  const { schedule, rules, timeZone } = await freshSchedule(uow, order, departsOn);
  const openOf = async () => openDues(dues, order, order.paid, await agencyToday(uow));
  const fresh = redated(await openOf(), schedule).toSorted(earliestFirst);
  const changed = fresh.filter((due) => giveDay(dues, due));
  const held = order.state === 'awaiting-payment' ? fresh[0] : undefined;
  await sendDueTimers(uow, order.id, changed, { rules, timeZone, held });
  if (held && (changed.includes(held) || isHoldOver(order, uow.now)))
    holdAnew(uow, order, holdUntil([held], rules, timeZone));
  return openOf();
}

/** The schedule an approval of today would give an order for a departure on a day, by the terms it was placed under. */
export async function freshSchedule(uow: UnitOfWork, order: Order, departsOn: string) {
  const rules = await rulesInForce(uow);
  const terms = (await ownTerms(uow, order.policyProductId ?? order.productId)) ?? rules;
  const { timeZone } = await agencyOf(uow);
  return {
    ...{ rules, timeZone },
    schedule: paymentSchedule(order.total, { departsOn, timeZone }, terms, uow.now),
  };
}

/** What of an order's dues has not come in, with so much paid. */
export const openDues = (
  dues: readonly PaymentDue[],
  { total }: Order,
  paid: bigint,
  today: string,
): StandingDue[] => standingOf(dues, total, paid, today).dues.filter(({ outstanding }) => outstanding > 0n);

/** Stores the day of a due payment. @returns whether it had another one */
export function giveDay(dues: readonly PaymentDue[], { kind, dueOn }: Due): boolean {
  const stored = dues.find((due) => due.kind === kind);
  if (!stored || stored.dueOn === dueOn) return false;
  stored.dueOn = dueOn;
  return true;
}

/** Whether its time is over: of an order whose customer had to choose it has not ended. */
const isHoldOver = ({ holdExpiresAt }: Order, now: Temporal.Instant): boolean =>
  !!holdExpiresAt && Temporal.Instant.compare(holdExpiresAt, now) <= 0;

function holdAnew(uow: UnitOfWork, order: Order, until: Temporal.Instant | null): void {
  order.holdExpiresAt = until;
  if (until) holdUntilDue(uow, order.id, until);
}
