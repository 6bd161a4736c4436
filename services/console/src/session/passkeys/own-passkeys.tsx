import { useQuery } from '@tanstack/react-query';
import { Button, Flex } from 'antd';
import { useState } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import type { Passkey } from '../../api/gen/identity.ts';
import { instantText } from '../../format/dates.ts';
import { Confirm } from '../../patterns/confirm.tsx';
import { later } from '../../patterns/later.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { useMe } from '../me.ts';
import { texts } from './texts.ts';
import { touches } from './touches.ts';
import './passkeys.css';

const AddPasskey = later(async () => (await import('./passkey-forms.tsx')).AddPasskey);
const RenamePasskey = later(async () => (await import('./passkey-forms.tsx')).RenamePasskey);

/** One's passkeys: to sign in without a password, and as a second factor. Staff and customers have them alike. */
export function OwnPasskeys({ size }: { readonly size?: 'large' }) {
  const t = texts.use();
  const [open, setOpen] = useState<Passkey | 'new'>();
  const query = useQuery({
    queryKey: ['identity', 'me', 'passkey'],
    queryFn: async ({ signal }) => (await answer(api.identity.GET('/v1/me/passkeys', { signal }))).passkeys,
  });
  return (
    <>
      <Loaded query={query} lines={2}>
        {(passkeys) =>
          passkeys.length === 0 ? (
            <p className="passkeys-why">{t('passkeysWhy')}</p>
          ) : (
            <ul className="passkeys">
              {passkeys.map((passkey) => (
                <OnePasskey key={passkey.id} passkey={passkey} onRename={() => setOpen(passkey)} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <Button {...(size && { size })} onClick={() => setOpen('new')}>
        {t('addPasskey')}
      </Button>
      <AddPasskey open={open === 'new'} onClose={() => setOpen(undefined)} />
      {open && open !== 'new' && <RenamePasskey open passkey={open} onClose={() => setOpen(undefined)} />}
    </>
  );
}

function OnePasskey({ passkey, onRename }: { readonly passkey: Passkey; readonly onRename: () => void }) {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  const { name, synced, createdAt, lastUsedAt } = passkey;
  return (
    <li>
      <span>
        {name}
        <small>
          {[
            t(synced ? 'synced' : 'oneDevice'),
            t('since', { when: instantText(createdAt, timeZone) }),
            lastUsedAt ? t('lastUsed', { when: instantText(lastUsedAt, timeZone) }) : t('neverUsed'),
          ].join(' · ')}
        </small>
      </span>
      <Flex gap="small">
        <Button aria-label={t('renameOf', { name })} onClick={onRename}>
          {t('rename')}
        </Button>
        <RemovePasskey passkey={passkey} />
      </Flex>
    </li>
  );
}

function RemovePasskey({ passkey }: { readonly passkey: Passkey }) {
  const t = texts.use();
  const change = useChange(
    (passkeyId: string, key) =>
      answer(
        api.identity.DELETE('/v1/me/passkeys/{passkeyId}', {
          params: { path: { passkeyId } },
          headers: changing(key),
        }),
      ),
    { touches, done: t('removed') },
  );
  return (
    <Confirm
      label={t('remove')}
      why={t('removePasskeyWhy', { name: passkey.name })}
      input={passkey.id}
      change={change}
      danger
    />
  );
}
