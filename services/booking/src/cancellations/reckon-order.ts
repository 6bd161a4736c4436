import { agencyToday } from '@yitu/directory';
import { today } from '@yitu/kernel';
import type { UnitOfWork } from '@yitu/persistence';
import { Departure } from '../departures/departure.ts';
import { OrderLine, type Order } from '../orders/order.ts';
import { Product } from '../products/product.ts';
import { afterWorkingDays } from '../working-days/working-days.ts';
import { checkCancellable, checkNotice } from './cancel-order/decide.ts';
import type { ReckoningView } from './cancellation.ts';
import { explain } from './explain.ts';
import { policyOn, scopeOf } from './policy.ts';
import { noticeDate, reckon, type Cause, type Claim, type Line, type Reckoning } from './reckoning.ts';
import { splitReckoning } from './split.ts';

export interface Notice {
  readonly cause: Cause;
  readonly arrivedAt: Temporal.Instant | undefined;
  /** Minor units of the order's currency. */
  readonly provenCost: bigint | undefined;
}

export interface OrderReckoning {
  readonly reckoning: Reckoning;
  readonly view: ReckoningView;
  readonly arrivedAt: Temporal.Instant;
}

/**
 * What cancelling an order costs, by the policy it was placed under.
 * @throws booking/wrong-state, already-departed, notice-out-of-time
 */
export async function reckonOrder(uow: UnitOfWork, order: Order, notice: Notice): Promise<OrderReckoning> {
  const departure = await uow.get(Departure, order.departureId);
  checkCancellable(order, departure, uow.now);
  const { destinationCountry } = await uow.get(Product, order.productId);
  const lines = await uow.find(OrderLine, { orderId: order.id });
  const { departsOn, returnsOn, timeZone } = departure;
  const policy = policyOn(today(order.createdAt, timeZone));
  const scope = scopeOf(policy, destinationCountry);
  const arrivedAt = checkNotice(notice.arrivedAt, order, uow.now);
  const noticeOn = noticeDate(arrivedAt, timeZone);
  const { cause, provenCost } = notice;
  const { total: fee, paid } = order;
  const claim: Claim = { cause, fee, paid, departsOn, returnsOn, noticeOn, policy, scope, provenCost };
  const reckoning = reckon(claim);
  const due = afterWorkingDays(await agencyToday(uow), policy.refundWithinWorkingDays);
  const view = {
    ...{ cause, scope, noticeOn, policyVersion: policy.version },
    ...sums(claim, reckoning, order.currency),
    ...{ refundDueOn: due.date, refundDueProvisional: due.provisional },
    lines: reckoning.lines.map((line) => lineView(line, order.currency)),
    parts: partsOf(lines, reckoning, order.currency),
  };
  return { reckoning, view, arrivedAt };
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

const partsOf = (
  lines: readonly OrderLine[],
  reckoning: Reckoning,
  currency: string,
): ReckoningView['parts'] =>
  splitReckoning(
    reckoning,
    lines.map(({ category, count, amount }) => ({ category, count, fee: amount })),
  ).map(({ category, count, fee, paid, kept, refund, outstanding }) => ({
    ...{ category, count },
    ...{ fee: money(fee, currency), paid: money(paid, currency), kept: money(kept, currency) },
    ...{ refund: money(refund, currency), outstanding: money(outstanding, currency) },
  }));
