import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Card, Flex } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../../api/client.ts';
import type { Departure, GroupChoice, Order } from '../../../api/gen/booking.ts';
import { instantText } from '../../../format/dates.ts';
import { UserName } from '../../../names/names.tsx';
import { Facts } from '../../../patterns/facts.tsx';
import { ProblemAlert } from '../../../patterns/problem-alert.tsx';
import { useMay, useMe } from '../../../session/me.ts';
import { DepartureLink } from '../../links.tsx';
import { departureQuery } from '../../selling/queries.ts';
import { stillStands } from './affected-orders.tsx';
import { RecordChoice } from './record-choice.tsx';
import { texts } from './texts.ts';

/** That an order's departure was cancelled and what its customer wants instead; nothing where none ever was. */
export function GroupChoices({ order }: { readonly order: Order }) {
  const t = texts.use();
  const may = useMay();
  const departure = useQuery({
    ...departureQuery(order.departureId),
    enabled: may('booking.departure.read'),
  }).data;
  const query = useQuery({
    queryKey: ['booking', 'order', order.id, 'group-choices'],
    queryFn: ({ signal }) =>
      answer(
        api.booking.GET('/v1/orders/{orderId}/group-choices', {
          params: { path: { orderId: order.id } },
          signal,
        }),
      ),
  });
  const choices = query.data?.choices ?? [];
  const waits = departure?.state === 'cancelled' && stillStands(order) ? departure : undefined;
  if (query.error) return <ProblemAlert problem={query.error} onRetry={() => void query.refetch()} />;
  if (!waits && choices.length === 0) return null;
  return (
    <Card title={t('title')}>
      <Flex vertical gap="middle">
        {waits && <ToBeChosen order={order} departure={waits} />}
        {choices.map((choice) => (
          <Chosen key={choice.departureId} of={choice} />
        ))}
      </Flex>
    </Card>
  );
}

function ToBeChosen({ order, departure }: { readonly order: Order; readonly departure: Departure }) {
  const t = texts.use();
  const may = useMay();
  const [recording, setRecording] = useState(false);
  const record = may('booking.group-choice.record') && (
    <Button type="primary" onClick={() => setRecording(true)}>
      {t('record')}
    </Button>
  );
  return (
    <>
      <Alert type="warning" showIcon title={t('calledOff')} action={record} />
      <RecordChoice {...{ order, departure }} open={recording} onClose={() => setRecording(false)} />
    </>
  );
}

function Chosen({ of }: { readonly of: GroupChoice }) {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  const { consent, targetDepartureId } = of;
  return (
    <Facts
      of={[
        [t('choice'), texts.word(of.choice)],
        [t('from'), <DepartureLink key="from" id={of.departureId} />],
        ...(targetDepartureId
          ? [[t('target'), <DepartureLink key="target" id={targetDepartureId} />] as const]
          : []),
        [t('consentBy'), `${texts.word(consent.by)} · ${consent.on}`],
        ...(of.recordedBy === null || consent.by === 'portal'
          ? []
          : [
              [t('consentText'), consent.text] as const,
              [t('recordedBy'), <UserName key="by" id={of.recordedBy} />] as const,
            ]),
        [t('recordedAt'), instantText(of.recordedAt, timeZone)],
      ]}
    />
  );
}
