import {
  BellOutlined,
  CompassOutlined,
  ReadOutlined,
  ScheduleOutlined,
  UserOutlined,
} from '../../patterns/icons.tsx';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { answer, api } from '../../api/client.ts';
import { Link } from './links.tsx';
import { texts } from './texts.ts';

type Key = Parameters<typeof texts.say>[0];

const ways = [
  { to: '/', label: 'discover', icon: <CompassOutlined /> },
  { to: '/guides', label: 'guides', icon: <ReadOutlined /> },
  { to: '/orders', label: 'trips', icon: <ScheduleOutlined /> },
  { to: '/messages', label: 'messages', icon: <BellOutlined /> },
  { to: '/account', label: 'account', icon: <UserOutlined /> },
] as const satisfies readonly { readonly to: string; readonly label: Key; readonly icon: ReactNode }[];

/** The five places of the portal: below the thumb on a phone, in the head of the page elsewhere. */
export function Navigation() {
  const t = texts.use();
  const unread = useUnread();
  const ofTrips = useLocation({ select: ({ pathname }) => /\/(quotations|waiting)(\/|$)/.test(pathname) });
  return (
    <nav className="portal-nav" aria-label={t('navigation')}>
      {ways.map(({ to, label, icon }) => (
        <Link
          key={to}
          to={to}
          activeOptions={{ exact: to === '/' }}
          activeProps={{ 'aria-current': 'page' }}
          {...(to === '/orders' && ofTrips && { 'aria-current': 'page' as const })}
        >
          <span aria-hidden="true" className="portal-nav-icon">
            {icon}
          </span>
          {t(label)}
          {to === '/messages' && unread > 0 && (
            <span className="portal-count" title={t('unread', { count: unread })}>
              {unread > 9 ? '9+' : unread}
            </span>
          )}
        </Link>
      ))}
    </nav>
  );
}

/** How many messages wait to be read; from ten on it does not matter. */
function useUnread(): number {
  const { data } = useQuery({
    queryKey: ['notifications', 'inbox', 'unread'],
    queryFn: ({ signal }) =>
      answer(
        api.notifications.GET('/v1/inbox', {
          params: { query: { unread: true, open: false, limit: 10 } },
          signal,
        }),
      ),
  });
  return data?.items.length ?? 0;
}
