import { useQuery } from '@tanstack/react-query';
import { Card, DatePicker, Empty } from 'antd';
import dayjs from 'dayjs';
import { answer, api } from '../../api/client.ts';
import type { CommissionMonth } from '../../api/gen/booking.ts';
import { todayIn } from '../../format/dates.ts';
import { ChooseBranch } from '../../names/choose-records.tsx';
import { BranchName } from '../../names/names.tsx';
import type { ChosenField } from '../../patterns/choose.tsx';
import { FilterBar } from '../../patterns/filter-bar.tsx';
import { Itemised } from '../../patterns/itemised.tsx';
import { LinkButton } from '../../patterns/link-button.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { Money } from '../../patterns/money.tsx';
import { Page } from '../../patterns/page.tsx';
import { useMe } from '../../session/me.ts';
import { commissionReportRoute } from './routes.ts';
import { texts } from './texts.ts';

const monthPattern = /^\d{4}-(0[1-9]|1[0-2])$/;

/** Commissions by month and the two branches; of this year, until other months are asked for. */
export function CommissionReportPage() {
  const t = texts.use();
  const today = todayIn(useMe().agency.timeZone);
  const search = commissionReportRoute.useSearch();
  const navigate = commissionReportRoute.useNavigate();
  const monthOf = (said: string | undefined, usual: string) =>
    said !== undefined && monthPattern.test(said) ? said : usual;
  const asked = {
    from: monthOf(search.from, `${today.slice(0, 4)}-01`),
    to: monthOf(search.to, today.slice(0, 7)),
    ...(search.branchId && { branchId: search.branchId }),
  };
  const query = useQuery({
    queryKey: ['booking', 'commission', 'report', asked],
    queryFn: async ({ signal }) =>
      (await answer(api.booking.GET('/v1/commission-reports', { params: { query: asked }, signal }))).months,
  });
  return (
    <Page
      title={`${t('title')} · ${t('report')}`}
      subtitle={`${asked.from} – ${asked.to}`}
      actions={<LinkButton to="/commissions">{t('records')}</LinkButton>}
    >
      <Card className="list-card">
        <FilterBar
          filters={[
            { name: 'from', label: t('from'), input: MonthInput },
            { name: 'to', label: t('to'), input: MonthInput },
            { name: 'branchId', label: t('branch'), input: ChooseBranch },
          ]}
          search={search}
          onSearch={(next) => void navigate({ search: next })}
        />
        <Loaded query={query}>{(months) => <Months rows={months} />}</Loaded>
      </Card>
    </Page>
  );
}

function Months({ rows }: { readonly rows: readonly CommissionMonth[] }) {
  const t = texts.use();
  if (rows.length === 0) return <Empty description={t('nothing')} />;
  const money = (of: 'earned' | 'reversed' | 'net') => ({
    title: t(of),
    align: 'right' as const,
    render: (_: unknown, row: CommissionMonth) => <Money of={{ amount: row[of], currency: row.currency }} />,
  });
  return (
    <Itemised<CommissionMonth>
      label={t('report')}
      rows={rows}
      rowKey={(row) => [row.month, row.sellingBranchId, row.operatingBranchId, row.currency].join(' ')}
      columns={[
        { title: t('month'), dataIndex: 'month' },
        { title: t('seller'), render: (_, row) => <BranchName id={row.sellingBranchId} /> },
        { title: t('operator'), render: (_, row) => <BranchName id={row.operatingBranchId} /> },
        { title: t('orders'), align: 'right', dataIndex: 'orders' },
        money('earned'),
        money('reversed'),
        money('net'),
      ]}
    />
  );
}

/** A month, `YYYY-MM` inside and out. */
function MonthInput({ id, value, onChange, ...named }: ChosenField) {
  return (
    <DatePicker
      {...(id && { id })}
      {...(named['aria-label'] && { 'aria-label': named['aria-label'] })}
      picker="month"
      allowClear={false}
      value={value ? dayjs(`${value}-01`) : null}
      onChange={(month) => onChange?.(month?.format('YYYY-MM'))}
    />
  );
}
