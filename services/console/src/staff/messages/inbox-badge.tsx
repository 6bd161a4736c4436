import { BellOutlined } from '../../patterns/icons.tsx';
import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import { LinkButton } from '../../patterns/link-button.tsx';
import { useMay } from '../../session/me.ts';
import { texts } from './texts.ts';

/** More than this is many. */
const most = 99;

/** How many messages wait unread, and the way to them. */
export function InboxBadge() {
  const t = texts.use();
  const enabled = useMay()('notifications.inbox.read');
  const { data: count = 0 } = useQuery({
    queryKey: ['notifications', 'inbox', 'unread'],
    queryFn: async ({ signal }) => {
      const query = { limit: most + 1, unread: true, open: false };
      return (await answer(api.notifications.GET('/v1/inbox', { params: { query }, signal }))).items.length;
    },
    enabled,
  });
  if (!enabled) return null;
  return (
    <span className="inbox-badge">
      <LinkButton
        to="/inbox"
        look="text"
        icon={<BellOutlined />}
        aria-label={count > 0 ? t('unread', { count }) : t('noneUnread')}
      />
      {count > 0 && <span aria-hidden="true">{count > most ? `${most}+` : count}</span>}
    </span>
  );
}
