import { Link } from '@tanstack/react-router';
import { answer, api } from '../../api/client.ts';
import type { Delivery } from '../../api/gen/notifications.ts';
import { instantText } from '../../format/dates.ts';
import { ChooseOrder } from '../../names/choose-records.tsx';
import { BranchName } from '../../names/names.tsx';
import { List, pageSize } from '../../patterns/list-page.tsx';
import { oneOf } from '../../patterns/list-search.ts';
import { Page } from '../../patterns/page.tsx';
import type { Column } from '../../patterns/rows.tsx';
import { useMe } from '../../session/me.ts';
import { DeliveryState, Recipient } from './delivery-state.tsx';
import { deliveriesRoute } from './routes.ts';
import { templateNames } from './template-names.ts';
import { texts } from './texts.ts';

const states = ['queued', 'sent', 'failed'] as const;

/** What was sent to customers, and what could not be. */
export function DeliveriesPage() {
  const t = texts.use();
  const search = deliveriesRoute.useSearch();
  const navigate = deliveriesRoute.useNavigate();
  return (
    <Page title={t('deliveries')}>
      <List
        label={t('deliveries')}
        queryKey={['notifications', 'delivery']}
        load={async ({ state, ...query }, signal) => {
          const { deliveries, next } = await answer(
            api.notifications.GET('/v1/deliveries', {
              params: { query: { ...query, ...oneOf('state', states, state), limit: pageSize } },
              signal,
            }),
          );
          return { rows: deliveries, next };
        }}
        columns={useColumns()}
        filters={[
          { name: 'state', label: t('state'), input: states.map((value) => ({ value, label: t(value) })) },
          { name: 'aboutId', label: t('order'), input: ChooseOrder },
        ]}
        search={search}
        onSearch={(next) => void navigate({ search: next })}
      />
    </Page>
  );
}

function useColumns(): Column<Delivery>[] {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  return [
    {
      title: t('template'),
      render: (_, { id, template }) => (
        <Link to="/deliveries/$deliveryId" params={{ deliveryId: id }}>
          {templateNames.word(template)}
        </Link>
      ),
    },
    { title: t('recipient'), render: (_, delivery) => <Recipient of={delivery} /> },
    { title: t('state'), render: (_, { state }) => <DeliveryState of={state} /> },
    { title: t('channel'), render: (_, { channel }) => texts.word(channel) },
    { title: t('language'), render: (_, { locale }) => (locale ? texts.word(locale) : '—') },
    { title: t('createdAt'), render: (_, { createdAt }) => instantText(createdAt, timeZone) },
    {
      title: t('finishedAt'),
      render: (_, { finishedAt }) => (finishedAt ? instantText(finishedAt, timeZone) : '—'),
    },
    { title: t('branch'), render: (_, { branchId }) => <BranchName id={branchId} /> },
  ];
}
