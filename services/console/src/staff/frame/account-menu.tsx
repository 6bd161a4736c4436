import { UserOutlined } from '../../patterns/icons.tsx';
import { Link } from '@tanstack/react-router';
import { Button, Dropdown } from 'antd';
import { localText } from '../../format/names.ts';
import { useMe } from '../../session/me.ts';
import { useSignOut } from '../../session/use-sign-out.ts';
import { texts } from './texts.ts';

/** Who is signed in, and the way out. */
export function AccountMenu() {
  const t = texts.use();
  const { user, agency } = useMe();
  const leave = useSignOut('/sign-in');
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'agency', type: 'group', label: localText(agency.name) },
          { key: 'account', label: <Link to="/account">{t('profile')}</Link> },
          { key: 'out', label: t('signOut'), onClick: () => leave.mutate() },
        ],
      }}
    >
      <Button type="text" icon={<UserOutlined />} aria-label={t('accountOf', { name: user.displayName })}>
        {user.displayName}
      </Button>
    </Dropdown>
  );
}
