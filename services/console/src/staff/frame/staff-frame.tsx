import { MenuOutlined } from '../../patterns/icons.tsx';
import { Outlet } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Brand } from '../../frame/brand.tsx';
import { LanguageSwitch } from '../../frame/language-switch.tsx';
import { Looks } from '../../frame/looks.tsx';
import { Notices } from '../../frame/notices.tsx';
import { SessionEnded } from '../../frame/session-ended.tsx';
import { InboxBadge } from '../messages/inbox-badge.tsx';
import { GlobalSearch } from '../search/global-search.tsx';
import { LiveUpdates } from '../../live/live-updates.tsx';
import { AccountMenu } from './account-menu.tsx';
import { NavigationMenu } from './navigation-menu.tsx';
import { texts } from './texts.ts';
import { useWide } from './use-wide.ts';
import './staff-frame.css';

// On a wide screen the menu stands beside the page.
const NarrowMenu = lazy(async () => ({ default: (await import('./narrow-menu.tsx')).NarrowMenu }));

/** What stands around every page of the staff: the menu, the search, the language, the person. */
export function StaffFrame() {
  return (
    <Looks>
      <Frame />
    </Looks>
  );
}

function Frame() {
  const t = texts.use();
  const wide = useWide();
  return (
    <div className="app staff-frame">
      <a className="skip-link" href="#content">
        {t('skip')}
      </a>
      {wide && (
        <aside className="staff-sider">
          <div className="staff-brand">
            <Brand text={t('product')} />
          </div>
          <NavigationMenu />
        </aside>
      )}
      <div className="staff-page">
        <header className="staff-header">
          {!wide && <MenuButton />}
          <GlobalSearch />
          <div className="grow" />
          <InboxBadge />
          <LanguageSwitch />
          <AccountMenu />
        </header>
        <main id="content" className="staff-content" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <SessionEnded />
      <Notices />
      <LiveUpdates />
    </div>
  );
}

function MenuButton() {
  const t = texts.use();
  const [open, setOpen] = useState<boolean>();
  return (
    <>
      <Button
        type="text"
        icon={<MenuOutlined />}
        aria-label={t('menu')}
        aria-expanded={open ?? false}
        onClick={() => setOpen(true)}
      />
      {open !== undefined && (
        <Suspense fallback={null}>
          <NarrowMenu open={open} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
