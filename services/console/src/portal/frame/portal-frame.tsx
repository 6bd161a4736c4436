import { Outlet } from '@tanstack/react-router';
import { Brand } from '../../frame/brand.tsx';
import { LanguageSwitch } from '../../frame/language-switch.tsx';
import { Looks } from '../../frame/looks.tsx';
import { Notices } from '../../frame/notices.tsx';
import { SessionEnded } from '../../frame/session-ended.tsx';
import { localText } from '../../format/names.ts';
import { LiveUpdates } from '../../live/live-updates.tsx';
import { useMe } from '../../session/me.ts';
import { Link } from './links.tsx';
import { Navigation } from './navigation.tsx';
import { OfflineNotice } from './offline-notice.tsx';
import { texts } from './texts.ts';
import './portal.css';

/** What stands around every page of the customers: the agency's name, the five places, the language. */
export function PortalFrame() {
  return (
    <Looks>
      <Frame />
    </Looks>
  );
}

function Frame() {
  const t = texts.use();
  const { agency } = useMe();
  return (
    <div className="app">
      <a className="skip-link" href="#content">
        {t('skip')}
      </a>
      <header className="portal-head">
        <div>
          <Link to="/" className="portal-home">
            <Brand text={localText(agency.name)} />
          </Link>
          <Navigation />
          <LanguageSwitch />
        </div>
      </header>
      <OfflineNotice />
      <main id="content" className="portal-content" tabIndex={-1}>
        <Outlet />
      </main>
      <SessionEnded />
      <Notices />
      <LiveUpdates />
    </div>
  );
}
