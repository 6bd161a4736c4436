import { LeftOutlined, PlusOutlined, RightOutlined } from '../../patterns/icons.tsx';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Empty, Flex, Segmented, Typography } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../api/client.ts';
import { todayIn } from '../../format/dates.ts';
import { Loaded } from '../../patterns/loaded.tsx';
import { Page } from '../../patterns/page.tsx';
import { Panel } from '../../patterns/panel.tsx';
import { useMay, useMe } from '../../session/me.ts';
import { useLocale } from '../../texts/use-locale.ts';
import { ChooseProduct } from '../../names/choose-records.tsx';
import { Calendar } from './calendar.tsx';
import { DepartureTable } from './departure-table.tsx';
import { isMonth, monthAfter, monthText, type Month } from './months.ts';
import { departuresRoute } from './routes.ts';
import { ScheduleDeparture } from './schedule-departure.tsx';
import { texts } from './texts.ts';

/** The departures of a month, as a calendar with what is taken, or as a list. */
export function DeparturesPage() {
  const t = texts.use();
  const may = useMay();
  const { productId, view, month: said } = departuresRoute.useSearch();
  const { timeZone } = useMe().agency;
  const month = isMonth(said) ? said : todayIn(timeZone).slice(0, 7);
  const [scheduling, setScheduling] = useState(false);
  const schedule = may('booking.departure.schedule') && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setScheduling(true)}>
      {t('schedule')}
    </Button>
  );
  return (
    <Page title={t('title')} actions={schedule}>
      <Bar month={month} />
      {view === 'list' ? (
        <DepartureTable month={month} />
      ) : (
        <Panel>
          <Days month={month} productId={productId} />
        </Panel>
      )}
      <ScheduleDeparture productId={productId} open={scheduling} onClose={() => setScheduling(false)} />
    </Page>
  );
}

/** The calendar of a month: of each day how much departs, and the first of it. */
function Days({ month, productId }: { readonly month: Month; readonly productId: string | undefined }) {
  const t = texts.use();
  const query = useQuery({
    queryKey: ['booking', 'departure', 'month', month, productId],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const asked = { month, ...(productId && { productId }) };
      return (await answer(api.booking.GET('/v1/departure-days', { params: { query: asked }, signal }))).days;
    },
  });
  return (
    <Loaded query={query}>
      {(days) =>
        days.length === 0 ? (
          <Empty description={t('none')} />
        ) : (
          <Calendar month={month} days={days} productId={productId} />
        )
      }
    </Loaded>
  );
}

function Bar({ month }: { readonly month: Month }) {
  const t = texts.use();
  const language = useLocale() === 'zh' ? 'zh-CN' : 'en-GB';
  const search = departuresRoute.useSearch();
  const navigate = departuresRoute.useNavigate();
  const { timeZone } = useMe().agency;
  // A page of the list, or one of its days, is of this very month and product.
  const { after: _after, day: _day, ...chosen } = search;
  const show = (changes: Partial<typeof search>) => void navigate({ search: { ...chosen, ...changes } });
  const { productId: _product, ...others } = chosen;
  return (
    <Flex justify="space-between" gap="middle" wrap style={{ marginBottom: 16 }}>
      <Flex gap="small" align="center" wrap>
        <Button
          icon={<LeftOutlined />}
          aria-label={t('before')}
          onClick={() => show({ month: monthAfter(month, -1) })}
        />
        <Typography.Title level={2} style={{ fontSize: 18, margin: 0, minWidth: 130, textAlign: 'center' }}>
          {monthText(month, language)}
        </Typography.Title>
        <Button
          icon={<RightOutlined />}
          aria-label={t('after')}
          onClick={() => show({ month: monthAfter(month, 1) })}
        />
        <Button onClick={() => show({ month: todayIn(timeZone).slice(0, 7) })}>{t('thisMonth')}</Button>
      </Flex>
      <Flex gap="small" wrap>
        <div style={{ width: 240 }}>
          <ChooseProduct
            aria-label={t('product')}
            placeholder={t('allProducts')}
            value={search.productId}
            onChange={(productId) => (productId ? show({ productId }) : void navigate({ search: others }))}
          />
        </div>
        <Segmented
          aria-label={t('view')}
          value={search.view === 'list' ? 'list' : 'calendar'}
          options={(['calendar', 'list'] as const).map((value) => ({ value, label: t(value) }))}
          onChange={(view) => show({ view })}
        />
      </Flex>
    </Flex>
  );
}
