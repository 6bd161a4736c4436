import type { LoadedAgency } from '../load/agency.ts';
import { cancelledOf } from '../load/ending-operations.ts';
import { until } from '../../story/api.ts';
import type {
  CancellationSeen,
  DepartureSeen,
  Facts,
  Figures,
  OrderSeen,
  PaymentSeen,
  RefundSeen,
  WaitingEntrySeen,
} from './facts.ts';

interface Money {
  readonly amount: string;
}

interface OrderView extends Omit<OrderSeen, 'total' | 'paid' | 'mark'> {
  readonly total: Money;
  readonly paid: Money;
  readonly note: string;
}

interface CancellationView extends Pick<CancellationSeen, 'id' | 'scope'> {
  readonly penalty: Money;
  readonly reason: string;
  readonly reckoning: {
    readonly cause: string;
    readonly fee: Money;
    readonly paid: Money;
    readonly kept: Money;
    readonly refund: Money;
    readonly parts: readonly { readonly count: number }[];
  };
}

interface PaymentView extends Omit<PaymentSeen, 'amount' | 'mark'> {
  readonly amount: Money;
  readonly reference: string;
}

interface RefundView extends Omit<RefundSeen, 'amount' | 'mark'> {
  readonly amount: Money;
  readonly reference: string;
}

/** All orders of the agency, and what became of those that were cancelled. */
export async function readEnds(agency: LoadedAgency): Promise<Pick<Facts, 'orders' | 'cancellations'>> {
  const orders = await readOrders(agency);
  const cancellations: CancellationSeen[] = [];
  for (const { id, state, paid, reviewerId } of orders)
    if (state === 'cancelled' || reviewerId !== null || paid > 0n)
      cancellations.push(...(await readCancellations(agency, id)));
  return { orders, cancellations };
}

async function readCancellations({ people }: LoadedAgency, orderId: string): Promise<CancellationSeen[]> {
  const { cancellations } = await people.cashier
    .api()
    .get<{ cancellations: CancellationView[] }>(`/api/booking/v1/orders/${orderId}/cancellations`);
  return cancellations.map(({ id, scope, penalty, reason, reckoning }) => {
    const { cause, paid, kept, refund } = reckoning;
    const { fee, seats } = cancelledOf(reckoning);
    return {
      ...{ id, orderId, scope, cause, seats, mark: /\(([\da-f-]{36})\)$/.exec(reason)?.[1] ?? '' },
      ...{ fee: BigInt(fee), penalty: BigInt(penalty.amount), paid: BigInt(paid.amount) },
      ...{ kept: BigInt(kept.amount), refund: BigInt(refund.amount) },
    };
  });
}

/** All refunds of the agency. */
export async function readRefunds({ people }: LoadedAgency): Promise<RefundSeen[]> {
  const refunds = await allPages<RefundView>(people.cashier, '/api/finance/v1/refunds', 'refunds');
  return refunds.map(({ amount, reference, ...refund }) => ({
    ...{ ...refund, amount: BigInt(amount.amount), mark: reference },
  }));
}

/** All orders of the agency, through the public API. */
async function readOrders({ people }: LoadedAgency): Promise<OrderSeen[]> {
  const orders = await allPages<OrderView>(people.cashier, '/api/booking/v1/orders', 'orders');
  return orders.map(({ total, paid, note, ...order }) => ({
    ...order,
    total: BigInt(total.amount),
    paid: BigInt(paid.amount),
    mark: note,
  }));
}

/** All payments of the agency. */
export async function readPayments({ people }: LoadedAgency): Promise<PaymentSeen[]> {
  const payments = await allPages<PaymentView>(people.cashier, '/api/finance/v1/payments', 'payments');
  return payments.map(({ amount, reference, ...payment }) => ({
    ...payment,
    amount: BigInt(amount.amount),
    mark: reference,
  }));
}

export async function readDepartures({ people, departures }: LoadedAgency): Promise<DepartureSeen[]> {
  const read: DepartureSeen[] = [];
  for (const { id } of departures)
    read.push(await people.sales.api().get<DepartureSeen>(`/api/booking/v1/departures/${id}`));
  return read.map(({ id, capacity, remaining, state }) => ({ id, capacity, remaining, state }));
}

/** Everybody who has ever waited for one of the departures. */
export async function readWaitingEntries({ people, departures }: LoadedAgency): Promise<WaitingEntrySeen[]> {
  const read: WaitingEntrySeen[] = [];
  for (const { id } of departures)
    read.push(
      ...(await allPages<WaitingEntrySeen>(
        people.sales,
        `/api/booking/v1/departures/${id}/waiting-list`,
        'entries',
      )),
    );
  return read.map(({ id, state, version, orderId }) => ({ id, state, version, orderId }));
}

interface TrialBalanceView {
  readonly totals: { readonly currency: string; readonly debit: string; readonly credit: string }[];
  readonly lines: { readonly code: string; readonly debit: string; readonly credit: string }[];
}

/** Sums of the whole ledger, by currency, and what stands on each account. */
export async function readBooks({ people }: LoadedAgency): Promise<Pick<Facts, 'balances' | 'accounts'>> {
  const { totals, lines } = await people.cashier.api().get<TrialBalanceView>('/api/finance/v1/trial-balance');
  return {
    balances: totals.map(({ currency, debit, credit }) => ({
      ...{ currency, debit: BigInt(debit), credit: BigInt(credit) },
    })),
    accounts: Object.fromEntries(
      lines.map(({ code, debit, credit }) => [code, BigInt(debit) - BigInt(credit)]),
    ),
  };
}

/** What analytics has counted, from a day before the run on. @param until by the clock of the services */
export async function readFigures({ people }: LoadedAgency, until: Temporal.Instant): Promise<Figures> {
  const day = until.toZonedDateTimeISO('Asia/Shanghai').toPlainDate();
  const period = `from=${day.subtract({ days: 300 }).toString()}&to=${day.add({ days: 1 }).toString()}`;
  const { totals } = await people.administrator
    .api()
    .get<{ totals: (Omit<Figures, 'sales'> & { sales: Money })[] }>(`/api/analytics/v1/sales?${period}`);
  const sum = { placed: 0, confirmed: 0, ended: 0, sales: 0n };
  for (const { placed, confirmed, ended, sales } of totals)
    Object.assign(sum, {
      placed: sum.placed + placed,
      confirmed: sum.confirmed + confirmed,
      ended: sum.ended + ended,
      sales: sum.sales + BigInt(sales.amount),
    });
  return sum;
}

/** Every page of a list. @param under the name of the list in the answer */
async function allPages<Item>(
  account: LoadedAgency['people']['cashier'],
  path: string,
  under: string,
): Promise<Item[]> {
  const items: Item[] = [];
  for (let after = ''; ;) {
    const page = await until(path, () =>
      account
        .api()
        .get<Record<string, unknown>>(`${path}?limit=100${after}`)
        .catch(() => account.renew().then(() => undefined)),
    );
    items.push(...(page[under] as Item[])); // by the schema of the operation
    if (typeof page['next'] !== 'string') return items;
    after = `&after=${page['next']}`;
  }
}
