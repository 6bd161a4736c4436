import { Flex } from 'antd';
import type { BranchDay, SalesTotal } from '../../api/gen/analytics.ts';
import { SalesByDay } from '../analytics/sales-by-day.tsx';
import { Totals } from '../analytics/totals.tsx';

/** What some days came to, in all and day by day. */
export function FiguresOfDays({
  days,
  totals,
  from,
  to,
}: {
  readonly days: readonly BranchDay[];
  readonly totals: readonly SalesTotal[];
  readonly from: string;
  readonly to: string;
}) {
  return (
    <Flex vertical gap="middle">
      <Totals totals={totals} />
      {totals.map(({ sales: { currency } }) => (
        <SalesByDay key={currency} {...{ days, currency, from, to }} />
      ))}
    </Flex>
  );
}
