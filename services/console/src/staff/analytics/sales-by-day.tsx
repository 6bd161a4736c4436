import { useMemo } from 'react';
import type { BranchDay } from '../../api/gen/analytics.ts';
import { localText } from '../../format/names.ts';
import { moneyText } from '../../format/money.ts';
import { useBranches } from '../../names/names.tsx';
import { Chart } from '../../patterns/chart.tsx';
import { Itemised } from '../../patterns/itemised.tsx';
import { Money } from '../../patterns/money.tsx';
import { useLocale } from '../../texts/use-locale.ts';
import { ChartCard } from './chart-card.tsx';
import { byBranch, byDay, daysOf, drawn, total } from './figures.ts';
import { texts } from './texts.ts';

interface Sales {
  readonly days: readonly BranchDay[];
  readonly currency: string;
  readonly from: string;
  readonly to: string;
}

/** Sales of every day, branch upon branch. */
export function SalesByDay(sales: Sales) {
  const { days, currency } = sales;
  const t = texts.use();
  const option = useBars(sales);
  const rows = [...byDay(days)]
    .map(([day, own]) => ({
      day,
      sales: total(own, 'sales', currency),
      margin: total(own, 'margin', currency),
    }))
    .toSorted((one, other) => (one.day < other.day ? 1 : -1));
  const best = rows.toSorted((one, other) => drawn(other.sales) - drawn(one.sales))[0];
  const summary = best
    ? t('salesSummary', {
        days: rows.length,
        total: moneyText(total(days, 'sales', currency)),
        best: best.day,
        amount: moneyText(best.sales),
      })
    : t('noFigures');
  return (
    <ChartCard
      title={t('salesByDay', { currency })}
      chart={<Chart option={option} summary={summary} />}
      table={
        <Itemised
          label={t('salesByDay', { currency })}
          rows={rows}
          rowKey={({ day }) => day}
          columns={[
            { title: t('day'), dataIndex: 'day' },
            { title: t('sales'), align: 'right', render: (_, { sales }) => <Money of={sales} /> },
            { title: t('margin'), align: 'right', render: (_, { margin }) => <Money of={margin} /> },
          ]}
        />
      }
    />
  );
}

/** Bars of branches upon each other, a bar for each day from the first to the last. */
function useBars({ days, currency, from, to }: Sales) {
  const locale = useLocale();
  const branches = useBranches().data;
  return useMemo(() => {
    const axis = daysOf(from, to);
    const nameOf = (id: string) => {
      const branch = branches?.find((one) => one.id === id);
      return branch ? localText(branch.name) : locale;
    };
    return {
      tooltip: { trigger: 'axis' },
      legend: { bottom: 0 },
      grid: { left: 8, right: 8, top: 16, bottom: 36, containLabel: true },
      xAxis: { type: 'category', data: axis },
      yAxis: { type: 'value' },
      series: [...byBranch(days)].map(([branchId, own]) => ({
        type: 'bar',
        stack: 'sales',
        name: nameOf(branchId),
        barMaxWidth: 28,
        data: axis.map((day) =>
          drawn(
            total(
              own.filter((one) => one.day === day),
              'sales',
              currency,
            ),
          ),
        ),
      })),
    };
  }, [days, currency, from, to, branches, locale]);
}
