import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Card, DatePicker, Flex, Typography } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { answer, api } from '../../api/client.ts';
import type { Allotment, AllotmentCalendar } from '../../api/gen/booking.ts';
import { timeZoneName, todayIn } from '../../format/dates.ts';
import { localText } from '../../format/names.ts';
import { Facts } from '../../patterns/facts.tsx';
import { Itemised } from '../../patterns/itemised.tsx';
import { LinkButton } from '../../patterns/link-button.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { Page } from '../../patterns/page.tsx';
import { StateTag, type Tone } from '../../patterns/state-tag.tsx';
import { useMay } from '../../session/me.ts';
import { AllotmentActions } from './allotment-actions.tsx';
import { allotmentQuery } from './allotment-query.ts';
import { Pages } from './pages.tsx';
import { SupplierLink } from './allotments-page.tsx';
import { allotmentRoute } from './routes.ts';
import { Takings } from './takings.tsx';
import { texts } from './texts.ts';

const tones: Readonly<Record<string, Tone>> = { open: 'good', 'sold-out': 'waiting', stopped: 'bad' };

/** One allotment with its dates to come: contracted, taken, released, and what remains. */
export function AllotmentPage() {
  const { allotmentId } = allotmentRoute.useParams();
  const query = useQuery(allotmentQuery(allotmentId));
  return <Loaded query={query}>{(allotment) => <OneAllotment allotment={allotment} />}</Loaded>;
}

function OneAllotment({ allotment }: { readonly allotment: Allotment }) {
  const t = texts.use();
  const may = useMay();
  return (
    <Page
      title={localText(allotment.name)}
      subtitle={<SupplierLink id={allotment.supplierId} />}
      actions={
        <>
          <AllotmentActions allotment={allotment} />
          <LinkButton to="/allotment-releases" search={{ allotmentId: allotment.id }}>
            {t('releases')}
          </LinkButton>
        </>
      }
    >
      <Flex vertical gap="middle">
        <Card title={t('overview')}>
          <Facts
            of={[
              [t('kind'), t(allotment.kind)],
              [t('mode'), t(allotment.mode)],
              [t('contract'), allotment.contractNumber],
              [t('unitCode'), allotment.unitCode],
              [t('releaseDays'), allotment.releaseDays],
              [t('timeZone'), timeZoneName(allotment.timeZone)],
            ]}
          />
        </Card>
        <Dates allotment={allotment} />
        {may('booking.allotment-taking.read') && <Takings allotmentId={allotment.id} />}
      </Flex>
    </Page>
  );
}

function Dates({ allotment: { id: allotmentId, timeZone } }: { readonly allotment: Allotment }) {
  const t = texts.use();
  const [from, setFrom] = useState(() => todayIn(timeZone));
  const [after, setAfter] = useState<string>();
  const query = useQuery({
    queryKey: ['booking', 'allotment', allotmentId, 'calendar', from, after],
    queryFn: ({ signal }) =>
      answer(
        api.booking.GET('/v1/allotments/{allotmentId}/calendar', {
          params: { path: { allotmentId }, query: { from, limit: 60, ...(after && { after }) } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
  const begin = (day: string) => {
    setFrom(day);
    setAfter(undefined);
  };
  const choose = (
    <DatePicker
      aria-label={t('datesFrom')}
      placeholder={t('datesFrom')}
      value={dayjs(from)}
      allowClear={false}
      onChange={(day) => day && begin(day.format('YYYY-MM-DD'))}
    />
  );
  return (
    <Card title={t('dates')} extra={choose}>
      <Loaded query={query}>
        {({ dates, next }) =>
          dates.length === 0 ? (
            <Typography.Text type="secondary">{t('noDates')}</Typography.Text>
          ) : (
            <Flex vertical gap="middle">
              <DateRows dates={dates} />
              <Pages after={after} next={next} onPage={setAfter} />
            </Flex>
          )
        }
      </Loaded>
    </Card>
  );
}

function DateRows({ dates }: Pick<AllotmentCalendar, 'dates'>) {
  const t = texts.use();
  return (
    <Itemised
      label={t('dates')}
      rows={dates}
      rowKey={({ date }) => date}
      columns={[
        { title: t('date'), dataIndex: 'date' },
        { title: t('quantity'), align: 'right', render: (_, { quantity }) => quantity ?? '—' },
        { title: t('taken'), align: 'right', dataIndex: 'taken' },
        { title: t('released'), align: 'right', dataIndex: 'released' },
        { title: t('remaining'), align: 'right', render: (_, { remaining }) => remaining ?? '—' },
        {
          title: t('state'),
          render: (_, { state, stopReason }) => (
            <>
              <StateTag tone={tones[state] ?? 'over'}>{texts.word(`state-${state}`)}</StateTag>
              {state === 'stopped' && stopReason}
            </>
          ),
        },
        { title: t('releaseOn'), dataIndex: 'releaseOn' },
      ]}
    />
  );
}
