import type { MoneyJson } from '@yitu/kernel';
import { command, type UnitOfWork } from '@yitu/persistence';
import { Departure } from '../../departures/departure.ts';
import { errors } from '../../errors.ts';
import { Order } from '../../orders/order.ts';
import { provenLosses } from '../../supplier-losses/supplier-loss.ts';
import { cancel } from '../cancel.ts';
import { cancellationErrors } from '../errors.ts';
import type { PartWish } from '../part.ts';
import type { Cause } from '../reckoning.ts';
import { checkCause, noticeOf } from './decide.ts';

export interface CancelOrder {
  readonly orderId: string;
  readonly version: number;
  readonly reason: string;
  readonly noticeArrivedAt?: string | undefined;
  readonly provenCost?: { readonly amount: MoneyJson; readonly proof: string } | undefined;
  readonly agreedPenalty?: MoneyJson | undefined;
  readonly part?: PartWish | undefined;
}

/** Cancels an approved order, or a part of it, at the customer's wish. The order's lock decides the race with payments and with the hold's expiry. */
export const cancelOrder = command(
  { permission: 'booking.order.cancel' },
  async (uow, input: CancelOrder) => {
    if (uow.member.kind === 'person' && uow.member.account === 'customer') checkSaid(input);
    return cancelFor(uow, input, 'customer');
  },
);

/** The customer breaks the trip off, for all or for some. */
export const breakOff = command({ permission: 'booking.order.break-off' }, (uow, input: CancelOrder) =>
  cancelFor(uow, input, 'customer', true),
);

/** The agency cancels, by its own fault or by force majeure: then the customer bears what noted losses prove. */
export const cancelByAgency = command(
  { permission: 'booking.order.cancel-by-agency' },
  (uow, { cause, ...input }: CancelOrder & { readonly cause: 'agency' | 'force-majeure' }) =>
    cancelFor(uow, input, cause),
);

/** Nobody of the order came, or some did not. */
export const recordNoShow = command(
  { permission: 'booking.order.record-no-show' },
  (uow, input: CancelOrder) => cancelFor(uow, input, 'no-show'),
);

async function cancelFor(uow: UnitOfWork, input: CancelOrder, cause: Cause, onTheWay = false) {
  const order = await uow.lock(Order, input.orderId, input.version);
  const { currency } = order;
  const { agreedPenalty, provenCost, part, reason } = input;
  for (const given of [provenCost?.amount, agreedPenalty])
    if (given && given.currency !== currency) throw errors.currencyDiffers({ currency });
  const departure = await uow.get(Departure, order.departureId);
  checkCause(order, departure, { cause, onTheWay, whole: !part }, uow.now);
  const arrivedAt = noticeOf(order, departure, { cause, said: input.noticeArrivedAt }, uow.now);
  const losses = cause === 'force-majeure' ? await provenLosses(uow, order.id) : [];
  const proof = provenCost?.proof ?? losses.map((one) => one.proof).join('\n');
  return cancel(uow, order, departure, {
    cancelledBy: uow.userId,
    ...{ cause, reason, proof, arrivedAt, agreedPenalty, part, losses },
    provenCost: provenCost && BigInt(provenCost.amount.amount),
  });
}

/** A customer's notice arrives when they send it. @throws booking/said-by-staff */
function checkSaid({ noticeArrivedAt, provenCost }: CancelOrder): void {
  if (noticeArrivedAt !== undefined || provenCost !== undefined) throw cancellationErrors.saidByStaff();
}
