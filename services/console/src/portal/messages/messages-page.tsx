import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { InboxItem } from '../../api/gen/notifications.ts';
import { instantText } from '../../format/dates.ts';
import { localText } from '../../format/names.ts';
import { Failed, Waiting } from '../../patterns/loaded.tsx';
import { StateTag } from '../../patterns/state-tag.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { useMe } from '../../session/me.ts';
import { Link } from '../frame/links.tsx';
import { Nothing, PortalPage } from '../frame/portal-page.tsx';
import { texts } from './texts.ts';
import './messages.css';

/** What the agency has told the customer, the newest first. A message that is opened is read. */
export function MessagesPage() {
  const t = texts.use();
  const { email } = useMe().user;
  const query = useInfiniteQuery({
    queryKey: ['notifications', 'inbox', 'list'],
    queryFn: ({ pageParam: after, signal }) =>
      answer(
        api.notifications.GET('/v1/inbox', {
          params: { query: { unread: false, open: false, limit: 20, ...(after !== null && { after }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null, // later pages begin at a cursor
    getNextPageParam: ({ next }) => next,
  });
  const items = query.data?.pages.flatMap((page) => page.items);
  return (
    <PortalPage title={t('title')} lead={t('lead', { email })}>
      {query.isPending && <Waiting lines={8} />}
      {query.error && !items && <Failed problem={query.error} onRetry={() => void query.refetch()} />}
      {items && items.length === 0 && (
        <Nothing title={t('emptyTitle')} next={<Link to="/orders">{t('toOrders')}</Link>}>
          {t('emptyWhy')}
        </Nothing>
      )}
      {items && items.length > 0 && (
        <ul className="bare-list panel messages">
          {items.map((item) => (
            <Message key={item.id} item={item} />
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <Button size="large" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </PortalPage>
  );
}

function Message({ item: { id: itemId, subject, text, createdAt, readAt } }: { readonly item: InboxItem }) {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  const read = useChange(
    (_nothing: null, key) =>
      answer(
        api.notifications.POST('/v1/inbox/{itemId}/read', {
          params: { path: { itemId } },
          headers: changing(key),
        }),
      ),
    { touches: [['notifications', 'inbox']] },
  );
  return (
    <li>
      <details onToggle={(event) => event.currentTarget.open && readAt === null && read.mutate(null)}>
        <summary>
          <span className={readAt === null ? 'message-unread' : undefined}>{localText(subject)}</span>
          {readAt === null && <StateTag tone="waiting">{t('unread')}</StateTag>}
          <small className="quiet">{instantText(createdAt, timeZone)}</small>
        </summary>
        <p className="message-text">{localText(text)}</p>
      </details>
    </li>
  );
}
