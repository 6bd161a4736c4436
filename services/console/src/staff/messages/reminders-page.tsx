import { Link } from '@tanstack/react-router';
import { answer, api } from '../../api/client.ts';
import type { Reminder } from '../../api/gen/notifications.ts';
import { instantText } from '../../format/dates.ts';
import { ChooseOrder } from '../../names/choose-records.tsx';
import { BranchName } from '../../names/names.tsx';
import { List, pageSize } from '../../patterns/list-page.tsx';
import { Page } from '../../patterns/page.tsx';
import type { Column } from '../../patterns/rows.tsx';
import { CustomerLink, OrderLink } from '../links.tsx';
import { DeliveryState } from './delivery-state.tsx';
import { remindersRoute } from './routes.ts';
import { texts } from './texts.ts';

/** Reminders a week before departure, each of which waits for its time. */
export function RemindersPage() {
  const t = texts.use();
  const search = remindersRoute.useSearch();
  const navigate = remindersRoute.useNavigate();
  return (
    <Page title={t('reminders')}>
      <List
        label={t('reminders')}
        queryKey={['notifications', 'reminder']}
        load={async (query, signal) => {
          const { reminders, next } = await answer(
            api.notifications.GET('/v1/reminders', {
              params: { query: { ...query, limit: pageSize } },
              signal,
            }),
          );
          return { rows: reminders, next };
        }}
        columns={useColumns()}
        filters={[{ name: 'orderId', label: t('order'), input: ChooseOrder }]}
        search={search}
        onSearch={(next) => void navigate({ search: next })}
      />
    </Page>
  );
}

function useColumns(): Column<Reminder>[] {
  const t = texts.use();
  return [
    { title: t('order'), render: (_, { orderId }) => <OrderLink id={orderId} /> },
    { title: t('customer'), render: (_, { customerId }) => <CustomerLink id={customerId} /> },
    { title: t('departsOn'), render: (_, { departsOn }) => departsOn },
    { title: t('dueAt'), render: (_, { dueAt, timeZone }) => instantText(dueAt, timeZone) },
    { title: t('state'), render: (_, { state }) => <DeliveryState of={state} /> },
    { title: t('branch'), render: (_, { branchId }) => <BranchName id={branchId} /> },
    {
      title: t('letter'),
      render: (_, { deliveryId }) =>
        deliveryId ? (
          <Link to="/deliveries/$deliveryId" params={{ deliveryId }}>
            {t('openLetter')}
          </Link>
        ) : (
          '—'
        ),
    },
  ];
}
