import { useMemo } from 'react';
import type { BranchDay } from '../../api/gen/analytics.ts';
import { moneyText } from '../../format/money.ts';
import { localText } from '../../format/names.ts';
import { useBranches } from '../../names/names.tsx';
import { Chart } from '../../patterns/chart.tsx';
import { Itemised } from '../../patterns/itemised.tsx';
import { Money } from '../../patterns/money.tsx';
import { useLocale } from '../../texts/use-locale.ts';
import { ChartCard } from './chart-card.tsx';
import { byBranch, drawn, total } from './figures.ts';
import { texts } from './texts.ts';

/** What each branch sold and earned. */
export function MarginByBranch({
  days,
  currency,
}: {
  readonly days: readonly BranchDay[];
  readonly currency: string;
}) {
  const t = texts.use();
  const rows = useRows(days, currency);
  const option = useMemo(
    () => ({
      tooltip: { trigger: 'axis' },
      legend: { bottom: 0 },
      grid: { left: 8, right: 16, top: 8, bottom: 36, containLabel: true },
      xAxis: { type: 'value' },
      yAxis: { type: 'category', data: rows.map(({ name }) => name) },
      series: (['sales', 'margin'] as const).map((figure) => ({
        type: 'bar',
        name: texts.say(figure),
        barMaxWidth: 22,
        data: rows.map((row) => drawn(row[figure])),
      })),
    }),
    [rows],
  );
  const list = rows.map(({ name, margin }) => `${name} ${moneyText(margin)}`).join('; ');
  return (
    <ChartCard
      title={t('marginByBranch', { currency })}
      chart={<Chart option={option} summary={t('marginSummary', { list })} height={120 + rows.length * 56} />}
      table={
        <Itemised
          label={t('marginByBranch', { currency })}
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            { title: t('branch'), dataIndex: 'name' },
            { title: t('sales'), align: 'right', render: (_, { sales }) => <Money of={sales} /> },
            { title: t('margin'), align: 'right', render: (_, { margin }) => <Money of={margin} /> },
          ]}
        />
      }
    />
  );
}

/** What each branch sold and earned, by its name in the language of now. */
function useRows(days: readonly BranchDay[], currency: string) {
  const locale = useLocale();
  const branches = useBranches().data;
  return useMemo(
    () =>
      [...byBranch(days)].map(([id, own]) => {
        const branch = branches?.find((one) => one.id === id);
        return {
          id,
          name: branch ? localText(branch.name) : '—',
          sales: total(own, 'sales', currency),
          margin: total(own, 'margin', currency),
          locale,
        };
      }),
    [days, currency, branches, locale],
  );
}
