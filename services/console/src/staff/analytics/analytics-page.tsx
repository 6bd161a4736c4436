import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Card, Empty, Flex, Typography } from 'antd';
import { answer, api } from '../../api/client.ts';
import { todayIn } from '../../format/dates.ts';
import { ChooseBranch } from '../../names/choose-records.tsx';
import { FilterBar } from '../../patterns/filter-bar.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { Page } from '../../patterns/page.tsx';
import { useMay, useMe } from '../../session/me.ts';
import { lastThirtyDays } from './figures.ts';
import { analyticsRoute } from './routes.ts';
import { Rebuild } from './rebuild.tsx';
import { SalesByDay } from './sales-by-day.tsx';
import { MarginByBranch } from './margin-by-branch.tsx';
import { Satisfaction } from './satisfaction.tsx';
import { Totals } from './totals.tsx';
import { texts } from './texts.ts';

/** What was sold, earned, and thought of it. */
export function AnalyticsPage() {
  const t = texts.use();
  const may = useMay();
  const search = analyticsRoute.useSearch();
  const navigate = analyticsRoute.useNavigate();
  const usual = lastThirtyDays(todayIn(useMe().agency.timeZone));
  const { from = usual.from, to = usual.to, branchId } = search;
  const asked = { from, to, ...(branchId && { branchId }) };
  const satisfaction = useQuery({
    queryKey: ['analytics', 'satisfaction', asked],
    queryFn: ({ signal }) =>
      answer(api.analytics.GET('/v1/satisfaction', { params: { query: asked }, signal })),
    placeholderData: keepPreviousData,
  });
  return (
    <Page
      title={t('title')}
      subtitle={t('period', { from, to })}
      actions={may('analytics.read-models.rebuild') && <Rebuild />}
    >
      <Flex vertical gap="middle">
        <Card size="small">
          <FilterBar
            filters={[
              { name: 'from', label: t('from'), input: 'date' },
              { name: 'to', label: t('to'), input: 'date' },
              { name: 'branchId', label: t('branch'), input: ChooseBranch },
            ]}
            search={search}
            onSearch={(next) => void navigate({ search: next })}
          />
          <Typography.Text type="secondary">{t('counted')}</Typography.Text>
        </Card>
        <Sales asked={asked} />
        <Loaded query={satisfaction}>{({ total }) => <Satisfaction total={total} />}</Loaded>
      </Flex>
    </Page>
  );
}

interface Asked {
  readonly from: string;
  readonly to: string;
  readonly branchId?: string;
}

/** What was sold and earned, by currency. */
function Sales({ asked }: { readonly asked: Asked }) {
  const t = texts.use();
  const { from, to } = asked;
  const sales = useQuery({
    queryKey: ['analytics', 'sales', asked],
    queryFn: ({ signal }) => answer(api.analytics.GET('/v1/sales', { params: { query: asked }, signal })),
    placeholderData: keepPreviousData,
  });
  return (
    <Loaded query={sales}>
      {({ days, totals }) =>
        totals.length === 0 ? (
          <Card>
            <Empty description={t('noFigures')} />
          </Card>
        ) : (
          <Flex vertical gap="middle">
            <Totals totals={totals} />
            {totals.map(({ sales: { currency } }) => (
              <Flex key={currency} vertical gap="middle">
                <SalesByDay {...{ days, currency, from, to }} />
                <MarginByBranch {...{ days, currency }} />
              </Flex>
            ))}
          </Flex>
        )
      }
    </Loaded>
  );
}
