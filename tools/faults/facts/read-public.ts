import type { LoadedAgency } from '../load/agency.ts';
import { until } from '../../story/api.ts';
import type { DepartureSeen, Figures, OrderSeen, PaymentSeen, TrialBalance } from './facts.ts';

interface Money {
  readonly amount: string;
}

interface OrderView extends Omit<OrderSeen, 'total' | 'paid' | 'mark'> {
  readonly total: Money;
  readonly paid: Money;
  readonly note: string;
}

interface PaymentView extends Omit<PaymentSeen, 'amount' | 'mark'> {
  readonly amount: Money;
  readonly reference: string;
}

/** All orders of the agency, through the public API. */
export async function readOrders({ people }: LoadedAgency): Promise<OrderSeen[]> {
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
  return read.map(({ id, capacity, remaining }) => ({ id, capacity, remaining }));
}

/** Sums of the whole ledger, by currency. */
export async function readBalances({ people }: LoadedAgency): Promise<TrialBalance[]> {
  const { totals } = await people.cashier
    .api()
    .get<{ totals: { currency: string; debit: string; credit: string }[] }>('/api/finance/v1/trial-balance');
  return totals.map(({ currency, debit, credit }) => ({
    currency,
    debit: BigInt(debit),
    credit: BigInt(credit),
  }));
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
