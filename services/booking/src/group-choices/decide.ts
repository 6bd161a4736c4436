import { addDays, today } from '@yitu/kernel';
import { errors } from '../errors.ts';
import type { OrderState } from '../orders/order.ts';
import type { Choice } from './group-choice.ts';

interface Chosen {
  readonly choice: Choice;
  readonly targetDepartureId?: string | undefined;
  readonly consent: { readonly on: string };
}

interface Dates {
  readonly id: string;
  readonly productId: string;
  readonly departsOn: string;
  readonly currency: string;
  readonly timeZone: string;
}

interface CallingOff {
  readonly departsOn: string;
  readonly timeZone: string;
}

const choosing: readonly OrderState[] = ['in-review', 'returned', 'awaiting-payment', 'confirmed'];

/** Whether there is something to choose about an order whose departure does not take place. */
export const canChoose = (state: OrderState): boolean => choosing.includes(state);

/** A choice is made for an order that stands, on a departure that does not take place. @throws booking/wrong-state, departure-takes-place */
export function checkChoosing(
  order: { readonly state: OrderState },
  departure: { readonly state: string },
): void {
  if (!canChoose(order.state)) throw errors.wrongState({ state: order.state });
  if (departure.state !== 'cancelled') throw errors.departureTakesPlace();
}

/** The local date by which customers of a departure that is called off now choose: so many days from now, and before the day it was to leave. */
export function chooseBy(
  { departsOn, timeZone }: CallingOff,
  choiceDays: number,
  now: Temporal.Instant,
): string {
  const eve = addDays(departsOn, -1);
  const last = addDays(today(now, timeZone), choiceDays);
  return last < eve ? last : eve;
}

/** A place to go belongs to a transfer and a postponement, to a refund none; consent comes before its record. @throws booking/target-departure, consent-in-the-future */
export function checkChoice(
  { choice, targetDepartureId, consent }: Chosen,
  zone: string,
  now: Temporal.Instant,
): void {
  if (consent.on > today(now, zone))
    throw errors.consentInTheFuture({ fields: [{ field: '/body/consent/on', ...notAfterToday }] });
  if ((choice === 'refund') === (targetDepartureId === undefined)) return;
  throw errors.targetDeparture({ fields: [{ field: '/body/targetDepartureId', ...asChosen }] });
}

/**
 * Where an order may move: to another departure in its currency; postponed, to a later one of the same product.
 * @throws booking/target-departure
 */
export function checkTarget(choice: Choice, from: Dates, to: Dates): void {
  const same = to.id !== from.id && to.currency === from.currency;
  const later = to.productId === from.productId && to.departsOn > from.departsOn;
  if (same && (choice === 'transfer' || later)) return;
  throw errors.targetDeparture({ fields: [{ field: '/body/targetDepartureId', ...asChosen }] });
}

const asChosen = {
  rule: 'choice',
  message: {
    zh: '改团须为同币种的其他团期，延期须为同一产品的较晚团期，退款不填',
    en: 'is another departure in the same currency for a transfer, a later one of the same product for a postponement, none for a refund',
  },
};
const notAfterToday = {
  rule: 'date',
  message: { zh: '不能晚于今天', en: 'must not be after today' },
};
