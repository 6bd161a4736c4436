import { agencyToday } from '@yitu/directory';
import type { UnitOfWork } from '@yitu/persistence';
import { policyOfOrder } from '../cancellation-policies/policy-of.ts';
import { Departure } from '../departures/departure.ts';
import { OrderLine, OrderTraveller, type Order } from '../orders/order.ts';
import { Product } from '../products/product.ts';
import type { ProvenLoss } from '../supplier-losses/supplier-loss.ts';
import { calendarOf } from '../working-days/public-holidays.ts';
import { afterWorkingDays } from '../working-days/working-days.ts';
import type { ReckoningView } from './cancellation.ts';
import { explain } from './explain.ts';
import { owedFor, type Owed } from './owed.ts';
import { feeOf, partOf, wholeOf, type CancelledPart, type PartWish } from './part.ts';
import { scopeOf } from './policy.ts';
import { noticeDate, reckon, type Cause, type Claim, type Line, type Reckoning } from './reckoning.ts';
import { splitReckoning } from './split.ts';

export interface Notice {
  readonly cause: Cause;
  readonly arrivedAt: Temporal.Instant;
  /** Minor units of the order's currency. */
  readonly provenCost: bigint | undefined;
  /** In force majeure. */
  readonly losses?: readonly ProvenLoss[] | undefined;
  /** What of the order; all where nothing is said. */
  readonly part?: PartWish | undefined;
}

export interface OrderReckoning {
  readonly reckoning: Reckoning;
  /** Minor units the customer owes by the scale alone. */
  readonly certain: bigint;
  readonly view: ReckoningView;
  readonly part: CancelledPart;
  /** What was owed before. */
  readonly owed: Owed;
}

/**
 * What cancelling an order or a part of it costs, by the policy the order was placed under. A part is reckoned by itself, its shares rounded down;
 * what was paid counts for what is left of the order and for earlier penalties first, so only what is beyond them is paid for the part.
 * @throws booking/no-such-part, travellers-exceed-counts, single-rooms-exceed-adults
 */
export async function reckonOrder(
  uow: UnitOfWork,
  order: Order,
  departure: Departure,
  { cause, provenCost, losses, arrivedAt, part: wish }: Notice,
): Promise<OrderReckoning> {
  const { destinationCountry } = await uow.get(Product, order.productId);
  const lines = await uow.find(OrderLine, { orderId: order.id });
  const travellers = await uow.find(OrderTraveller, { orderId: order.id });
  const part = wish ? partOf(lines, travellers, wish) : wholeOf(lines, travellers);
  const policy = await policyOfOrder(uow, order);
  const owed = await owedFor(uow, order.id);
  const { departsOn, returnsOn, timeZone } = departure;
  const scope = scopeOf(policy, destinationCountry);
  const noticeOn = cause === 'no-show' ? departsOn : noticeDate(arrivedAt, timeZone);
  const fee = part.rest.length === 0 ? order.total : part.fee;
  const paid = paidFor(order, feeOf(part.rest), owed);
  const claim: Claim = {
    cause,
    fee,
    paid,
    departsOn,
    returnsOn,
    noticeOn,
    policy,
    scope,
    provenCost,
    losses,
  };
  const reckoning = reckon(claim);
  const due = afterWorkingDays(await agencyToday(uow), policy.refundWithinWorkingDays, await calendarOf(uow));
  const view = {
    ...{ cause, scope, noticeOn, policyVersion: policy.version, policySource: policy.source },
    ...sums(claim, reckoning, order.currency),
    ...{ refundDueOn: due.date, refundDueProvisional: due.provisional },
    lines: reckoning.lines.map((line) => lineView(line, order.currency)),
    parts: partsOf(part, reckoning, order.currency),
  };
  const certain = reckon({ ...claim, provenCost: undefined, losses: undefined }).penalty;
  return { reckoning, certain, view, part, owed };
}

/** What was paid beyond what is left of the order, what is owed for earlier cancellations, and what goes back already. */
function paidFor({ paid }: Order, rest: bigint, { penalties, withheld, due }: Owed): bigint {
  const beyond = paid - due - penalties - withheld - rest;
  return beyond > 0n ? beyond : 0n;
}

const money = (amount: bigint, currency: string) => ({ amount: amount.toString(), currency });

const sums = ({ fee, paid }: Claim, reckoning: Reckoning, currency: string) => ({
  fee: money(fee, currency),
  paid: money(paid, currency),
  penalty: money(reckoning.penalty, currency),
  kept: money(reckoning.kept, currency),
  refund: money(reckoning.refund, currency),
  outstanding: money(reckoning.outstanding, currency),
  compensation: money(reckoning.compensation, currency),
});

function lineView(line: Line, currency: string): ReckoningView['lines'][number] {
  const text = explain(line, currency);
  if (!('amount' in line)) return { ...line, text };
  return { ...line, text, amount: money(line.amount, currency) };
}

const partsOf = ({ lines }: CancelledPart, reckoning: Reckoning, currency: string): ReckoningView['parts'] =>
  splitReckoning(
    reckoning,
    lines.map((line) => ({ ...line, fee: feeOf([line]) })),
  ).map(({ category, place, text = null, count, fee, paid, kept, refund, outstanding }) => ({
    ...{ category, place, text, count },
    ...{ fee: money(fee, currency), paid: money(paid, currency), kept: money(kept, currency) },
    ...{ refund: money(refund, currency), outstanding: money(outstanding, currency) },
  }));
