import { analytics } from '@yitu/contracts';
import { query } from '@yitu/persistence';
import { Id, LocalDate, MoneyText, route, rpc } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { checkPeriod, Period } from '../period.ts';
import { salesFigures, type SalesRow } from './sales-figures.ts';

const figures = {
  placed: Type.Integer(),
  confirmed: Type.Integer(),
  ended: Type.Integer({ description: 'Cancelled or expired' }),
  sales: {
    ...MoneyText,
    description: 'Of confirmed orders that have not ended, on the day of the confirmation',
  },
  revenue: MoneyText,
  cost: MoneyText,
  margin: MoneyText,
};
const Day = Type.Object({ branchId: Id, day: LocalDate, ...figures }, { title: 'BranchDay' });
const Total = Type.Object(figures, { title: 'SalesTotal', description: 'One for each currency' });
const Sales = Type.Object({ days: Type.Array(Day), totals: Type.Array(Total) });

type Sums = Omit<SalesRow, 'branchId' | 'day'>;

function figuresOf({ placed, confirmed, ended, currency, sales, revenue, cost }: Sums): Static<typeof Total> {
  const money = (amount: bigint) => ({ amount: amount.toString(), currency });
  return {
    placed,
    confirmed,
    ended,
    sales: money(sales),
    revenue: money(revenue),
    cost: money(cost),
    margin: money(revenue - cost),
  };
}

/** Pure: the sums over all branches and days, one for each currency. */
function totalsOf(rows: readonly Sums[]): Sums[] {
  return [...Map.groupBy(rows, ({ currency }) => currency)].map(([currency, group]) =>
    group.reduce(
      (sum, row) => ({
        currency,
        placed: sum.placed + row.placed,
        confirmed: sum.confirmed + row.confirmed,
        ended: sum.ended + row.ended,
        sales: sum.sales + row.sales,
        revenue: sum.revenue + row.revenue,
        cost: sum.cost + row.cost,
      }),
      { currency, placed: 0, confirmed: 0, ended: 0, sales: 0n, revenue: 0n, cost: 0n },
    ),
  );
}

const getSales = query(
  { permission: 'analytics.report.read' },
  async (uow, period: Period): Promise<Static<typeof Sales>> => {
    const rows = await salesFigures(uow, period);
    const days = rows.map((row) => ({ branchId: row.branchId, day: row.day, ...figuresOf(row) }));
    return { days, totals: totalsOf(rows).map(figuresOf) };
  },
);

export const getSalesRoute = () =>
  route({
    method: 'GET',
    path: '/v1/sales',
    summary: 'Orders, sales and margin per branch and day',
    access: 'analytics.report.read',
    query: Period,
    result: Sales,
    handle: async (call, { query: period }) => {
      checkPeriod(period);
      return getSales(call, period);
    },
  });

const branchDay = query(
  { permission: 'analytics.report.read' },
  async (uow, { branchId, day }: { branchId: string; day: string }) => {
    const [sums] = totalsOf(await salesFigures(uow, { from: day, to: day, branchId }));
    return sums;
  },
);

export const getBranchDayRpc = () =>
  rpc(analytics.FiguresServiceService.getBranchDay, async (call, { branchId, day }) => {
    const sums = await branchDay(call, { branchId, day });
    const money = (amount: bigint) => (sums ? { amount, currency: sums.currency } : undefined);
    return {
      branchId,
      day,
      orders: sums?.placed ?? 0,
      confirmed: sums?.confirmed ?? 0,
      sales: money(sums?.sales ?? 0n),
      margin: money((sums?.revenue ?? 0n) - (sums?.cost ?? 0n)),
    };
  });
