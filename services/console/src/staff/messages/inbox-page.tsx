import { Link } from '@tanstack/react-router';
import { Button, Flex } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { InboxItem } from '../../api/gen/notifications.ts';
import { instantText } from '../../format/dates.ts';
import { localText } from '../../format/names.ts';
import { List, pageSize } from '../../patterns/list-page.tsx';
import { Page } from '../../patterns/page.tsx';
import { StateTag } from '../../patterns/state-tag.tsx';
import { useChange } from '../../patterns/use-change.ts';
import type { Column } from '../../patterns/rows.tsx';
import { useMe } from '../../session/me.ts';
import { OrderLink } from '../links.tsx';
import { inboxRoute } from './routes.ts';
import { texts } from './texts.ts';

/** What the system tells a person: to do, or to know. */
export function InboxPage() {
  const t = texts.use();
  const search = inboxRoute.useSearch();
  const navigate = inboxRoute.useNavigate();
  return (
    <Page title={t('inbox')}>
      <List
        label={t('inbox')}
        queryKey={['notifications', 'inbox']}
        load={async ({ show, after }, signal) => {
          const query = {
            limit: pageSize,
            unread: show === 'unread',
            open: show === 'open',
            ...(after && { after }),
          };
          const { items, next } = await answer(
            api.notifications.GET('/v1/inbox', { params: { query }, signal }),
          );
          return { rows: items, next };
        }}
        columns={useColumns()}
        filters={[
          {
            name: 'show',
            label: t('show'),
            input: [
              { value: 'unread', label: t('unreadOnly') },
              { value: 'open', label: t('openOnly') },
            ],
          },
        ]}
        search={search}
        onSearch={(next) => void navigate({ search: next })}
      />
    </Page>
  );
}

function useColumns(): Column<InboxItem>[] {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  return [
    {
      title: t('message'),
      width: 480,
      render: (_, { subject, text, readAt }) => (
        <Flex vertical className="long-text">
          {readAt === null ? <strong>{localText(subject)}</strong> : <span>{localText(subject)}</span>}
          <span className="quiet">{localText(text)}</span>
        </Flex>
      ),
    },
    { title: t('about'), render: (_, item) => <About item={item} /> },
    { title: t('at'), render: (_, { createdAt }) => instantText(createdAt, timeZone) },
    { title: t('state'), render: (_, item) => <ItemState item={item} /> },
    { title: '', key: 'step', render: (_, item) => <MarkRead item={item} /> },
  ];
}

const aboutOrders = [
  ...['order-placed', 'order-returned', 'balance-flagged', 'review-passed', 'contract-signed'],
  ...['plan-accepted', 'plan-changes-wanted', 'paid-in-full', 'refund-made'],
  ...['choice-to-record', 'choice-over', 'group-guaranteed', 'payment-taken-back'],
];

/** What a message is about, where it has a page. Whoever goes there has read it. */
function About({ item }: { readonly item: InboxItem }) {
  const t = texts.use();
  const read = useMarkRead(item.id);
  const { template, aboutId, readAt } = item;
  const onOpen = () => {
    if (readAt === null) read.mutate(null);
  };
  if (aboutOrders.includes(template)) return <OrderLink id={aboutId} onOpen={onOpen} />;
  const to = places[template]?.(aboutId);
  if (to === undefined) return <>—</>;
  return (
    <Link to={to} onClick={onOpen}>
      {t('openIt')}
    </Link>
  );
}

const places: Readonly<Record<string, (id: string) => string>> = {
  'allotment-released': (id) => `/allotments/${id}`,
  'group-at-risk': (id) => `/departures/${id}`,
  'incident-notice': (id) => `/incidents/${id}`,
  'quotation-requested': (id) => `/quotation-requests/${id}`,
  'waiting-offered': (id) => `/waiting-entries/${id}`,
  'certificate-expiring': () => '/training?tab=own',
};

function ItemState({ item: { createdAt, readAt, doneAt } }: { readonly item: InboxItem }) {
  const t = texts.use();
  // News ask for nothing: they were done when they came.
  if (doneAt && doneAt !== createdAt) return <StateTag tone="good">{t('done')}</StateTag>;
  return readAt ? (
    <StateTag tone="over">{t('read')}</StateTag>
  ) : (
    <StateTag tone="waiting">{t('isNew')}</StateTag>
  );
}

const useMarkRead = (itemId: string) =>
  useChange(
    (_input: null, key) =>
      answer(
        api.notifications.POST('/v1/inbox/{itemId}/read', {
          params: { path: { itemId } },
          headers: changing(key),
        }),
      ),
    { touches: [['notifications', 'inbox']] },
  );

function MarkRead({ item: { id, readAt } }: { readonly item: InboxItem }) {
  const t = texts.use();
  const read = useMarkRead(id);
  if (readAt) return null;
  return (
    <Button type="link" size="small" loading={read.isPending} onClick={() => read.mutate(null)}>
      {t('markRead')}
    </Button>
  );
}
