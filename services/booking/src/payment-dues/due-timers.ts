import { events } from '@yitu/contracts';
import { addDays, type LocalDate } from '@yitu/kernel';
import type { UnitOfWork } from '@yitu/persistence';
import type { OrderRules } from '../rules/order-rules.ts';
import type { Due } from './standing.ts';

/** Local hour at which customers are reminded on the day. */
const reminderHour = 9;

/** The first instant after a local date. */
export const endOf = (date: LocalDate, timeZone: string): Temporal.Instant =>
  Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(timeZone).toInstant();

export const graceUntil = (
  { kind, dueOn }: Pick<Due, 'kind' | 'dueOn'>,
  rules: Pick<OrderRules, 'depositGraceDays' | 'balanceGraceDays'>,
): LocalDate => addDays(dueOn, kind === 'deposit' ? rules.depositGraceDays : rules.balanceGraceDays);

/**
 * Sends the messages of a schedule: a reminder on the morning of each due day, another when the day is over and there is a grace, and the end of the
 * balance's grace. That of the first due payment is the end of the order's hold. What is past already is not sent.
 * @param schedule earliest first @param timeZone of the agency
 */
export function sendDueTimers(
  uow: UnitOfWork,
  orderId: string,
  schedule: readonly Due[],
  { rules, timeZone }: { readonly rules: OrderRules; readonly timeZone: string },
): void {
  for (const [index, { kind, dueOn }] of schedule.entries()) {
    const grace = graceUntil({ kind, dueOn }, rules);
    const told = { orderId, kind, dueOn, graceUntil: grace };
    const morning = Temporal.PlainDate.from(dueOn).toZonedDateTime({
      timeZone,
      plainTime: { hour: reminderHour },
    });
    if (Temporal.Instant.compare(morning.toInstant(), uow.now) > 0)
      uow.publishLater(orderId, events.paymentReminderDue, { ...told, overdue: false }, morning.toInstant());
    if (grace > dueOn)
      uow.publishLater(
        orderId,
        events.paymentReminderDue,
        { ...told, overdue: true },
        endOf(dueOn, timeZone),
      );
    if (index > 0)
      uow.publishLater(orderId, events.balanceReleaseDue, { orderId, dueOn }, endOf(grace, timeZone));
  }
}
