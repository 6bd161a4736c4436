import { useQuery } from '@tanstack/react-query';
import { Card, Flex } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { DeliveryDetail } from '../../api/gen/notifications.ts';
import { instantText } from '../../format/dates.ts';
import { BranchName } from '../../names/names.tsx';
import { Confirm } from '../../patterns/confirm.tsx';
import { Facts } from '../../patterns/facts.tsx';
import { Itemised } from '../../patterns/itemised.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { Page } from '../../patterns/page.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { useMay, useMe } from '../../session/me.ts';
import { OrderLink } from '../links.tsx';
import { DeliveryState, Recipient } from './delivery-state.tsx';
import { deliveryRoute } from './routes.ts';
import { templateNames } from './template-names.ts';
import { texts } from './texts.ts';

/** One letter with its attempts. Address and text are kept nowhere: they are made at the moment of sending. */
export function DeliveryPage() {
  const { deliveryId } = deliveryRoute.useParams();
  const query = useQuery({
    queryKey: ['notifications', 'delivery', deliveryId],
    queryFn: ({ signal }) =>
      answer(
        api.notifications.GET('/v1/deliveries/{deliveryId}', { params: { path: { deliveryId } }, signal }),
      ),
  });
  return <Loaded query={query}>{(delivery) => <OneDelivery delivery={delivery} />}</Loaded>;
}

interface Of {
  readonly delivery: DeliveryDetail;
}

function OneDelivery({ delivery }: Of) {
  const t = texts.use();
  templateNames.use();
  return (
    <Page
      title={templateNames.word(delivery.template)}
      tags={<DeliveryState of={delivery.state} />}
      actions={<Resend delivery={delivery} />}
    >
      <Flex vertical gap="middle">
        <Card>
          <DeliveryFacts delivery={delivery} />
        </Card>
        <Card title={t('attempts')}>
          <Attempts delivery={delivery} />
        </Card>
      </Flex>
    </Page>
  );
}

function Resend({ delivery: { id: deliveryId, version, state } }: Of) {
  const t = texts.use();
  const may = useMay();
  const resend = useChange(
    (_input: null, key) =>
      answer(
        api.notifications.POST('/v1/deliveries/{deliveryId}/resend', {
          params: { path: { deliveryId } },
          headers: changing(key, version),
        }),
      ),
    { touches: [['notifications', 'delivery']], done: t('resent') },
  );
  if (state !== 'failed' || !may('notifications.delivery.resend')) return null;
  return (
    <Confirm
      label={t('resend')}
      why={t('resendWhy')}
      input={null}
      change={resend}
      button={{ type: 'primary' }}
    />
  );
}

function DeliveryFacts({ delivery }: Of) {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  return (
    <Facts
      of={[
        [t('recipient'), <Recipient key="to" of={delivery} />],
        [t('order'), delivery.customerId && <OrderLink key="order" id={delivery.aboutId} />],
        [t('channel'), texts.word(delivery.channel)],
        [t('language'), delivery.locale && texts.word(delivery.locale)],
        [t('templateVersion'), delivery.templateVersion],
        [t('branch'), <BranchName key="branch" id={delivery.branchId} />],
        [t('createdAt'), instantText(delivery.createdAt, timeZone)],
        [t('finishedAt'), delivery.finishedAt && instantText(delivery.finishedAt, timeZone)],
      ]}
    />
  );
}

function Attempts({ delivery: { attempts } }: Of) {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  if (attempts.length === 0) return <>{t('noAttempts')}</>;
  return (
    <Itemised
      label={t('attempts')}
      rows={attempts}
      rowKey={({ round, number }) => `${round}.${number}`}
      columns={[
        { title: t('attempt'), render: (_, { round, number }) => t('attemptOf', { round, number }) },
        { title: t('at'), render: (_, { attemptedAt }) => instantText(attemptedAt, timeZone) },
        { title: t('result'), render: (_, { errorCode }) => outcome(errorCode) },
        {
          title: t('nextAttemptAt'),
          render: (_, { nextAttemptAt }) => (nextAttemptAt ? instantText(nextAttemptAt, timeZone) : '—'),
        },
      ]}
    />
  );
}

/** What came of an attempt. Codes of other services mean the same to whoever reads this: what it needs could not be had. */
function outcome(errorCode: string | null): string {
  if (!errorCode) return texts.say('went');
  const words = texts.word(errorCode);
  return words === errorCode ? texts.say('elsewhere') : words;
}
