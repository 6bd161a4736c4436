import { UserOutlined } from '../../patterns/icons.tsx';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useRef } from 'react';
import { localText } from '../../format/names.ts';
import { useMe } from '../../session/me.ts';
import { useSignOut } from '../../session/use-sign-out.ts';
import { texts } from './texts.ts';

/** Who is signed in, and the way out. The browser closes it with a click beside it and with Escape. */
export function AccountMenu() {
  const t = texts.use();
  const { user, agency } = useMe();
  const leave = useSignOut('/sign-in');
  const menu = useRef<HTMLDivElement>(null);
  const close = () => menu.current?.hidePopover();
  return (
    <>
      <Button
        type="text"
        icon={<UserOutlined />}
        aria-label={t('accountOf', { name: user.displayName })}
        popoverTarget="account-menu"
      >
        <span className="account-name">{user.displayName}</span>
      </Button>
      <div id="account-menu" popover="auto" ref={menu} className="account-menu">
        <span>{localText(agency.name)}</span>
        <Link to="/account" onClick={close}>
          {t('profile')}
        </Link>
        <button type="button" onClick={() => leave.mutate()}>
          {t('signOut')}
        </button>
      </div>
    </>
  );
}
