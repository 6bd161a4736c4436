import { events } from '@yitu/contracts';
import { addDays, type LocalDate } from '@yitu/kernel';
import type { UnitOfWork } from '@yitu/persistence';
import { reminderRulesInForce } from '../rules/reminder-rules.ts';
import type { OrderRules } from '../rules/order-rules.ts';
import type { Due } from './standing.ts';

/** The first instant after a local date. */
export const endOf = (date: LocalDate, timeZone: string): Temporal.Instant =>
  Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(timeZone).toInstant();

export const graceUntil = (
  { kind, dueOn }: Pick<Due, 'kind' | 'dueOn'>,
  rules: Pick<OrderRules, 'depositGraceDays' | 'balanceGraceDays'>,
): LocalDate => addDays(dueOn, kind === 'deposit' ? rules.depositGraceDays : rules.balanceGraceDays);

interface DueSetting {
  readonly rules: OrderRules;
  readonly timeZone: string;
  readonly held: Due | undefined;
}

/**
 * Sends the messages of a schedule: a reminder at the hour of the rules on each due day, another when the day is over and there is a grace, and the end of the
 * grace, but of the payment with whose grace the order's hold ends. What is past already is not sent.
 * @param timeZone of the agency @param held the payment until which the seats are held; none of a booking
 */
export async function sendDueTimers(
  uow: UnitOfWork,
  orderId: string,
  schedule: readonly Due[],
  { rules, timeZone, held }: DueSetting,
): Promise<void> {
  if (schedule.length === 0) return;
  const { reminderHour } = await reminderRulesInForce(uow);
  for (const due of schedule) {
    const { kind, dueOn } = due;
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
    if (due !== held) releaseDue(uow, orderId, due, { rules, timeZone });
  }
}

/** Sends the message for the end of a payment's grace. */
export function releaseDue(
  uow: UnitOfWork,
  orderId: string,
  due: Due,
  { rules, timeZone }: Omit<DueSetting, 'held'>,
): void {
  const { kind, dueOn } = due;
  const end = endOf(graceUntil(due, rules), timeZone);
  uow.publishLater(orderId, events.balanceReleaseDue, { orderId, kind, dueOn }, end);
}
