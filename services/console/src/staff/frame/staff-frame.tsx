import { MenuOutlined } from '../../patterns/icons.tsx';
import { Outlet } from '@tanstack/react-router';
import { App, Button, Drawer, Grid, Layout } from 'antd';
import { useState } from 'react';
import { Brand } from '../../frame/brand.tsx';
import { LanguageSwitch } from '../../frame/language-switch.tsx';
import { SessionEnded } from '../../frame/session-ended.tsx';
import { InboxBadge } from '../messages/inbox-badge.tsx';
import { GlobalSearch } from '../search/global-search.tsx';
import { LiveUpdates } from '../../live/live-updates.tsx';
import { AccountMenu } from './account-menu.tsx';
import { NavigationMenu } from './navigation-menu.tsx';
import { texts } from './texts.ts';

/** What stands around every page of the staff: the menu, the search, the language, the person. */
export function StaffFrame() {
  const t = texts.use();
  const wide = Grid.useBreakpoint().lg ?? true;
  const [open, setOpen] = useState(false);
  return (
    <App>
      <Layout style={{ minHeight: '100vh' }}>
        <a className="skip-link" href="#content">
          {t('skip')}
        </a>
        {wide && (
          <Layout.Sider width={208} theme="light" className="staff-sider">
            <div className="staff-brand">
              <Brand text={t('product')} />
            </div>
            <NavigationMenu />
          </Layout.Sider>
        )}
        <Layout>
          <Layout.Header className="staff-header">
            {!wide && (
              <Button
                type="text"
                icon={<MenuOutlined />}
                aria-label={t('menu')}
                aria-expanded={open}
                onClick={() => setOpen(true)}
              />
            )}
            <GlobalSearch />
            <div className="grow" />
            <InboxBadge />
            <LanguageSwitch />
            <AccountMenu />
          </Layout.Header>
          <Layout.Content id="content" className="staff-content" role="main" tabIndex={-1}>
            <Outlet />
          </Layout.Content>
        </Layout>
        <Drawer
          title={t('product')}
          placement="left"
          size={260}
          open={open && !wide}
          onClose={() => setOpen(false)}
          styles={{ body: { padding: 0 } }}
        >
          <NavigationMenu onChosen={() => setOpen(false)} />
        </Drawer>
        <SessionEnded />
        <LiveUpdates />
      </Layout>
    </App>
  );
}
