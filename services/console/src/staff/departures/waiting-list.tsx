import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Card, Flex, Typography } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { WaitingEntry } from '../../api/gen/booking.ts';
import { instantText } from '../../format/dates.ts';
import { Countdown } from '../../patterns/countdown.tsx';
import { Itemised } from '../../patterns/itemised.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { ProblemAlert } from '../../patterns/problem-alert.tsx';
import { StateTag } from '../../patterns/state-tag.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { useMay, useMe } from '../../session/me.ts';
import { CustomerLink } from '../links.tsx';
import { toneOf } from '../selling/words.ts';
import { texts, waitingStates } from './texts.ts';

/** Who waits for seats, in their order, and to whom some are offered. */
export function WaitingList({ departureId }: { readonly departureId: string }) {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  const query = useQuery({
    queryKey: ['booking', 'waiting-entry', departureId],
    queryFn: ({ signal }) =>
      answer(
        api.booking.GET('/v1/departures/{departureId}/waiting-list', {
          params: { path: { departureId }, query: { limit: 100 } },
          signal,
        }),
      ),
  });
  return (
    <Card title={t('waiting')}>
      <Loaded query={query} lines={2}>
        {({ entries }) =>
          entries.length === 0 ? (
            <Typography.Text type="secondary">{t('nobodyWaits')}</Typography.Text>
          ) : (
            <Itemised<WaitingEntry>
              label={t('waiting')}
              rows={entries}
              rowKey={({ id }) => id}
              columns={[
                { title: t('position'), align: 'right', render: (_, { position }) => position ?? '—' },
                { title: t('customer'), render: (_, { customerId }) => <CustomerLink id={customerId} /> },
                { title: t('seats'), align: 'right', dataIndex: 'seats' },
                { title: t('state'), render: (_, entry) => <State of={entry} /> },
                { title: t('since'), render: (_, { createdAt }) => instantText(createdAt, timeZone) },
                { title: '', key: 'actions', render: (_, entry) => <Actions of={entry} /> },
              ]}
            />
          )
        }
      </Loaded>
    </Card>
  );
}

function State({ of: { state, offerExpiresAt, orderId } }: { readonly of: WaitingEntry }) {
  const t = texts.use();
  return (
    <Flex gap="small" align="center">
      <StateTag tone={toneOf(state)}>{waitingStates.word(state)}</StateTag>
      {state === 'offered' && offerExpiresAt && (
        <Countdown
          until={offerExpiresAt}
          over={waitingStates.word('lapsed')}
          touches={['booking', 'waiting-entry']}
        />
      )}
      {orderId && (
        <Link to="/orders/$orderId" params={{ orderId }}>
          {t('order')}
        </Link>
      )}
    </Flex>
  );
}

function Actions({ of: { id, version, state } }: { readonly of: WaitingEntry }) {
  const t = texts.use();
  const may = useMay();
  const navigate = useNavigate();
  const touches = [
    ['booking', 'waiting-entry'],
    ['booking', 'departure'],
    ['booking', 'order'],
  ];
  const at = (key: string) => ({
    params: { path: { waitingEntryId: id } },
    headers: changing(key, version),
  });
  const accept = useChange(
    async (_nothing: object, key) => {
      const order = await answer(
        api.booking.POST('/v1/waiting-entries/{waitingEntryId}/acceptance', at(key)),
      );
      await navigate({ to: '/orders/$orderId', params: { orderId: order.id } });
    },
    { touches, done: t('accepted') },
  );
  const refuse = useChange(
    (_nothing: object, key) =>
      answer(api.booking.POST('/v1/waiting-entries/{waitingEntryId}/refusal', at(key))),
    { touches, done: t('refused') },
  );
  const leave = useChange(
    (_nothing: object, key) => answer(api.booking.DELETE('/v1/waiting-entries/{waitingEntryId}', at(key))),
    { touches, done: t('leftList') },
  );
  return (
    <>
      <ProblemAlert problem={accept.error ?? refuse.error ?? leave.error} />
      <Flex gap="small">
        {state === 'offered' && may('booking.order.place') && (
          <Button size="small" type="primary" loading={accept.isPending} onClick={() => accept.mutate({})}>
            {t('accept')}
          </Button>
        )}
        {state === 'offered' && may('booking.waiting-list.leave') && (
          <Button size="small" loading={refuse.isPending} onClick={() => refuse.mutate({})}>
            {t('refuse')}
          </Button>
        )}
        {state === 'waiting' && may('booking.waiting-list.leave') && (
          <Button size="small" loading={leave.isPending} onClick={() => leave.mutate({})}>
            {t('leave')}
          </Button>
        )}
      </Flex>
    </>
  );
}
