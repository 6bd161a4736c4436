import { LeftOutlined, PlusOutlined, RightOutlined } from '../../patterns/icons.tsx';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Card, Empty, Flex, Segmented, Typography } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../api/client.ts';
import type { Departure } from '../../api/gen/booking.ts';
import { todayIn } from '../../format/dates.ts';
import { Loaded } from '../../patterns/loaded.tsx';
import { Page } from '../../patterns/page.tsx';
import { useMay, useMe } from '../../session/me.ts';
import { useLocale } from '../../texts/use-locale.ts';
import { ChooseProduct } from '../../names/choose-records.tsx';
import { Calendar } from './calendar.tsx';
import { DepartureTable } from './departure-table.tsx';
import { daysOf, isMonth, monthAfter, monthText, type Month } from './months.ts';
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
  const query = useMonth(month, productId);
  const schedule = may('booking.departure.schedule') && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setScheduling(true)}>
      {t('schedule')}
    </Button>
  );
  return (
    <Page title={t('title')} actions={schedule}>
      <Card>
        <Bar month={month} />
        <Loaded query={query}>
          {(departures) => {
            if (departures.length === 0) return <Empty description={t('none')} />;
            return view === 'list' ? (
              <DepartureTable departures={departures} />
            ) : (
              <Calendar month={month} departures={departures} />
            );
          }}
        </Loaded>
      </Card>
      <ScheduleDeparture productId={productId} open={scheduling} onClose={() => setScheduling(false)} />
    </Page>
  );
}

/** All departures of a month, page by page. */
function useMonth(month: Month, productId: string | undefined) {
  const days = daysOf(month);
  const [from = '', to = ''] = [days[0], days.at(-1)];
  return useQuery({
    queryKey: ['booking', 'departure', 'month', month, productId],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const found: Departure[] = [];
      let after: string | undefined;
      do {
        const query = { from, to, limit: 100, ...(productId && { productId }), ...(after && { after }) };
        const part = await answer(api.booking.GET('/v1/departures', { params: { query }, signal }));
        found.push(...part.departures);
        after = part.next ?? undefined;
      } while (after);
      return found.toSorted((left, right) => left.departsOn.localeCompare(right.departsOn));
    },
  });
}

function Bar({ month }: { readonly month: Month }) {
  const t = texts.use();
  const language = useLocale() === 'zh' ? 'zh-CN' : 'en-GB';
  const search = departuresRoute.useSearch();
  const navigate = departuresRoute.useNavigate();
  const { timeZone } = useMe().agency;
  const show = (changes: Partial<typeof search>) => void navigate({ search: { ...search, ...changes } });
  const { productId: _product, ...others } = search;
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
        <ChooseProduct
          aria-label={t('product')}
          placeholder={t('allProducts')}
          value={search.productId}
          onChange={(productId) => (productId ? show({ productId }) : void navigate({ search: others }))}
        />
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
