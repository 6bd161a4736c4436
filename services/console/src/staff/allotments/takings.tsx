import { useQuery } from '@tanstack/react-query';
import { Card, Flex, Typography } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import type { AllotmentTaking } from '../../api/gen/booking.ts';
import { instantText } from '../../format/dates.ts';
import { Confirm } from '../../patterns/confirm.tsx';
import { Itemised } from '../../patterns/itemised.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { StateTag } from '../../patterns/state-tag.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { useMay, useMe } from '../../session/me.ts';
import { DepartureLink, OrderLink } from '../links.tsx';
import { Pages } from './pages.tsx';
import { texts } from './texts.ts';

/** What orders and departures have taken of an allotment, page by page, the newest first. */
export function Takings({ allotmentId }: { readonly allotmentId: string }) {
  const t = texts.use();
  const columns = useColumns();
  const [after, setAfter] = useState<string>();
  const query = useQuery({
    queryKey: ['booking', 'allotment-taking', allotmentId, after],
    queryFn: ({ signal }) =>
      answer(
        api.booking.GET('/v1/allotment-takings', {
          params: { query: { allotmentId, limit: 50, ...(after && { after }) } },
          signal,
        }),
      ),
  });
  return (
    <Card title={t('takings')}>
      <Loaded query={query} lines={2}>
        {({ takings, next }) =>
          takings.length === 0 ? (
            <Typography.Text type="secondary">{t('noTakings')}</Typography.Text>
          ) : (
            <Flex vertical gap="middle">
              <Itemised<AllotmentTaking>
                label={t('takings')}
                rows={takings}
                rowKey={({ id }) => id}
                columns={columns}
              />
              <Pages after={after} next={next} onPage={setAfter} />
            </Flex>
          )
        }
      </Loaded>
    </Card>
  );
}

function useColumns(): ColumnsType<AllotmentTaking> {
  const t = texts.use();
  const may = useMay();
  const { timeZone } = useMe().agency;
  return [
    {
      title: t('takenFor'),
      render: (_, { orderId, departureId }) =>
        orderId ? <OrderLink id={orderId} /> : departureId ? <DepartureLink id={departureId} /> : '—',
    },
    { title: t('stay'), render: (_, { from, to }) => (from === to ? from : `${from} – ${to}`) },
    { title: t('unitsADay'), align: 'right', dataIndex: 'quantity' },
    {
      title: t('state'),
      render: (_, { endedAt, endCause }) => (
        <StateTag tone={endedAt ? 'over' : 'good'}>
          {endedAt ? texts.word(`ended-${endCause}`) : t('taken')}
        </StateTag>
      ),
    },
    { title: t('takenAt'), render: (_, { createdAt }) => instantText(createdAt, timeZone) },
    { title: t('endedAt'), render: (_, { endedAt }) => (endedAt ? instantText(endedAt, timeZone) : '—') },
    ...(may('booking.allotment.take')
      ? [
          {
            title: t('deeds'),
            render: (_: unknown, taking: AllotmentTaking) =>
              taking.endedAt ? null : <GiveBack taking={taking} />,
          },
        ]
      : []),
  ];
}

function GiveBack({
  taking: { id: takingId, version, from, to, quantity },
}: {
  readonly taking: AllotmentTaking;
}) {
  const t = texts.use();
  const change = useChange(
    (_nothing: object, key) =>
      answer(
        api.booking.POST('/v1/allotment-takings/{takingId}/end', {
          params: { path: { takingId } },
          headers: changing(key, version),
        }),
      ),
    {
      touches: [
        ['booking', 'allotment'],
        ['booking', 'allotment-taking'],
      ],
      done: t('givenBack'),
    },
  );
  return (
    <Confirm
      label={t('giveBack')}
      why={t('giveBackWhy', { from, to, quantity })}
      input={{}}
      change={change}
      danger
      button={{ size: 'small' }}
    />
  );
}
