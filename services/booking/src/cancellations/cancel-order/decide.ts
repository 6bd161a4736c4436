import { today, type LocalDate } from '@yitu/kernel';
import { errors } from '../../errors.ts';
import type { OrderState } from '../../orders/order.ts';

export interface Cancellable {
  readonly state: OrderState;
  readonly createdAt: Temporal.Instant;
}

/** Where and when the trip begins: local date in `timeZone`. */
export interface Start {
  readonly departsOn: LocalDate;
  readonly timeZone: string;
}

/**
 * Only what is approved and has not departed is cancelled; on the day of departure that is possible until somebody has checked in. What is not
 * approved yet is withdrawn instead.
 * @throws booking/wrong-state, already-departed
 */
export function checkCancellable(
  { state }: Cancellable,
  { departsOn, timeZone }: Start,
  now: Temporal.Instant,
): void {
  if (state === 'travelling' || state === 'completed' || state === 'settled') throw errors.alreadyDeparted();
  if (state !== 'awaiting-payment' && state !== 'confirmed') throw errors.wrongState({ state });
  if (today(now, timeZone) > departsOn) throw errors.alreadyDeparted();
}

/**
 * When the customer's notice arrived: between the order and now.
 * @param arrivedAt as said; now where nothing is said
 * @throws booking/notice-out-of-time
 */
export function checkNotice(
  arrivedAt: Temporal.Instant | undefined,
  { createdAt }: Cancellable,
  now: Temporal.Instant,
): Temporal.Instant {
  if (!arrivedAt) return now;
  const within =
    Temporal.Instant.compare(arrivedAt, now) <= 0 && Temporal.Instant.compare(arrivedAt, createdAt) >= 0;
  if (within) return arrivedAt;
  const message = {
    zh: '应在下单之后、当前时间之前',
    en: 'must lie between the placing of the order and now',
  };
  throw errors.noticeOutOfTime({
    fields: [{ field: '/body/noticeArrivedAt', rule: 'between-order-and-now', message }],
  });
}
