import { today, type LocalDate } from '@yitu/kernel';
import { errors } from '../../errors.ts';
import { cancellationErrors } from '../errors.ts';
import type { Cause } from '../reckoning.ts';
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
function checkCancellable(
  { state }: Cancellable,
  { departsOn, timeZone }: Start,
  now: Temporal.Instant,
): void {
  if (state === 'travelling' || state === 'completed' || state === 'settled') throw errors.alreadyDeparted();
  if (state !== 'awaiting-payment' && state !== 'confirmed') throw errors.wrongState({ state });
  if (today(now, timeZone) > departsOn) throw errors.alreadyDeparted();
}

interface Trip extends Start {
  readonly returnsOn: LocalDate;
  readonly state: string;
}

/**
 * Whether an order may be cancelled for this cause at this moment: by the customer before the departure, or from then on during the trip; by the
 * agency until the day of departure; by force majeure until the trip is over; for a no-show once the day of departure has come.
 * @param onTheWay the customer breaks the trip off @param whole not a part alone
 * @throws booking/wrong-state, already-departed, trip-not-begun, trip-over, some-have-arrived, departure-called-off
 */
export function checkCause(
  order: Cancellable,
  departure: Trip,
  { cause, onTheWay, whole }: { readonly cause: Cause; readonly onTheWay: boolean; readonly whole: boolean },
  now: Temporal.Instant,
): void {
  const byCustomer = cause === 'customer' || cause === 'no-show';
  if (byCustomer && departure.state === 'cancelled') throw cancellationErrors.departureCalledOff();
  if (cause === 'agency' || (cause === 'customer' && !onTheWay))
    return checkCancellable(order, departure, now);
  const { state } = order;
  const waits = cause === 'force-majeure' && state === 'awaiting-payment';
  if (state !== 'confirmed' && state !== 'travelling' && !waits) throw errors.wrongState({ state });
  const date = today(now, departure.timeZone);
  const { departsOn, returnsOn } = departure;
  if (date > returnsOn) throw cancellationErrors.tripOver({ date: returnsOn });
  if (cause !== 'force-majeure' && date < departsOn)
    throw cancellationErrors.tripNotBegun({ date: departsOn });
  if (cause === 'no-show' && whole && state === 'travelling') throw cancellationErrors.someHaveArrived();
}

/**
 * When the notice arrived that an order is reckoned by. Where the agency has called the departure off, that was it, whoever cancels the order when.
 * @param said RFC 3339, as its sender says @throws booking/notice-out-of-time
 */
export function noticeOf(
  order: Cancellable,
  { cancelledAt }: { readonly cancelledAt?: Temporal.Instant | null | undefined },
  { cause, said }: { readonly cause: Cause; readonly said: string | undefined },
  now: Temporal.Instant,
): Temporal.Instant {
  if (cancelledAt && (cause === 'agency' || cause === 'force-majeure')) return cancelledAt;
  return checkNotice(said === undefined ? undefined : Temporal.Instant.from(said), order, now);
}

/** Whether the order's trip has begun: then its customer breaks it off. */
export const onTheWay = (
  { state }: Cancellable,
  { departsOn, timeZone }: Start,
  now: Temporal.Instant,
): boolean => state === 'travelling' || (state === 'confirmed' && today(now, timeZone) > departsOn);

/**
 * When the customer's notice arrived: between the order and now.
 * @param arrivedAt as said; now where nothing is said
 * @throws booking/notice-out-of-time
 */
function checkNotice(
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
