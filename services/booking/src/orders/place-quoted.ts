import { localDate, today } from '@yitu/kernel';
import type { UnitOfWork } from '@yitu/persistence';
import { keptUntil } from '../departures/closing.ts';
import { errors } from '../errors.ts';
import type { PricedLine } from '../pricing/lines.ts';
import type { Channel, TravellerCategory } from '../pricing/price.ts';
import type { Order } from './order.ts';
import { checkTravellers } from './named-travellers.ts';
import { checkOnSale, type Wish } from './place-order/decide.ts';
import { announce } from './place-order/announce.ts';
import { offerOf } from './place-order/offer-of.ts';
import { store } from './place-order/store.ts';

/** Who buys what of which departure, at prices that were agreed on before. */
export interface QuotedOrder {
  readonly customerId: string;
  readonly departureId: string;
  readonly branchId: string;
  readonly channel: Channel;
  readonly currency: string;
  readonly lines: readonly PricedLine[];
  readonly counts: readonly { readonly category: TravellerCategory; readonly count: number }[];
  readonly seats: number;
  readonly total: bigint;
  readonly travellers: Wish['travellers'];
  readonly note: string;
  readonly quotationId: string;
}

/**
 * Places an order at the prices of a quotation, within the caller's transaction: its seats are taken now or not at all.
 * @param partyChecked that customer and travellers may be sold to, asked beside the other questions
 * @throws booking/nobody-travels, traveller-twice, travellers-exceed-counts, departure-not-open, cut-off-passed, not-enough-seats
 */
export async function placeQuoted(
  uow: UnitOfWork,
  wanted: QuotedOrder,
  partyChecked: Promise<unknown>,
): Promise<Order> {
  const [{ productId, agencyTimeZone, holdMinutes, ...offer }] = await Promise.all([
    offerOf(uow, wanted.departureId, wanted.branchId),
    partyChecked,
  ]);
  if (wanted.seats === 0) throw errors.nobodyTravels();
  checkTravellers(wanted);
  checkOnSale(offer, uow.now);
  const { lines, seats, total } = wanted;
  const placing = { lines, seats, total, holdExpiresAt: keptUntil(offer, holdMinutes, uow.now) };
  const { year } = localDate(today(uow.now, agencyTimeZone));
  const order = await store(uow, { ...wanted, singleRooms: 0, productId, year }, placing);
  announce(uow, order, placing);
  return order;
}
