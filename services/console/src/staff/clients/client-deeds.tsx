import { useNavigate } from '@tanstack/react-router';
import { Button, Form, Typography } from 'antd';
import { useState } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import type { Client } from '../../api/gen/identity.ts';
import { Confirm } from '../../patterns/confirm.tsx';
import { FormDialog } from '../../patterns/form-dialog.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { InstantInput } from '../../patterns/instant-input.tsx';
import { ShownOnce } from '../../patterns/shown-once.tsx';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { useMay } from '../../session/me.ts';
import { ScopeFields, scopeOf, scopeText, type Scope } from './scopes.tsx';
import { texts } from './texts.ts';

const touches = [['identity', 'client']];

const at = ({ id: clientId, version }: Client, key: string) => ({
  params: { path: { clientId } },
  headers: changing(key, version),
});

export function ClientDeeds({ client }: { readonly client: Client }) {
  const may = useMay();
  return (
    <>
      {may('identity.client.change') && <ChangeScopes client={client} />}
      {may('identity.client.rotate') && <Rotate client={client} />}
      {may('identity.client.disable') && <EnableOrDisable client={client} />}
      {may('identity.client.remove') && <Remove client={client} />}
    </>
  );
}

function ChangeScopes({ client: shown }: { readonly client: Client }) {
  const t = texts.use();
  const [open, setOpen] = useState(false);
  const client = useAsOpened(shown, open);
  const [form] = Form.useForm<{ scopes: Scope[] }>();
  const change = useChange(
    ({ scopes }: { scopes: Scope[] }, key) =>
      answer(
        api.identity.PUT('/v1/clients/{clientId}/scopes', {
          ...at(client, key),
          body: { scopes: scopes.map(scopeText) },
        }),
      ),
    { touches, done: t('saved') },
  );
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('changeScopes')}</Button>
      <FormDrawer
        title={t('changeScopes')}
        name={`scopes-${client.id}`}
        version={client.version}
        {...{ open, form, change }}
        onClose={() => setOpen(false)}
        initial={{ scopes: client.scopes.map(scopeOf) }}
        width={640}
      >
        <ScopeFields />
      </FormDrawer>
    </>
  );
}

function Rotate({ client: shown }: { readonly client: Client }) {
  const t = texts.use();
  const [open, setOpen] = useState(false);
  const client = useAsOpened(shown, open);
  const [secret, setSecret] = useState<string>();
  const [form] = Form.useForm<{ oldWorksUntil?: string | null }>();
  const change = useChange(
    async ({ oldWorksUntil }: { oldWorksUntil?: string | null }, key) => {
      const body = oldWorksUntil ? { oldWorksUntil } : {};
      const found = await answer(
        api.identity.POST('/v1/clients/{clientId}/secrets', { ...at(client, key), body }),
      );
      setSecret(found.secret ?? t('secretShownBefore'));
    },
    { touches, done: t('rotated') },
  );
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('rotate')}</Button>
      <FormDialog
        title={t('rotate')}
        deed={t('rotate')}
        draft={{ name: `rotate-${client.id}`, version: client.version }}
        {...{ open, form, change }}
        onClose={() => setOpen(false)}
      >
        <Typography.Paragraph>{t('rotateWhy')}</Typography.Paragraph>
        <Form.Item name="oldWorksUntil" label={t('oldWorksUntil')} extra={t('oldWorksHint')}>
          <InstantInput />
        </Form.Item>
      </FormDialog>
      <ShownOnce
        title={t('secret')}
        why={t('secretOnce')}
        secrets={secret === undefined ? undefined : [secret]}
        onKept={() => setSecret(undefined)}
      />
    </>
  );
}

function EnableOrDisable({ client }: { readonly client: Client }) {
  const t = texts.use();
  const { enabled, version } = client;
  const change = useChange(
    (wanted: Pick<Client, 'enabled' | 'version'>, key) =>
      answer(
        api.identity.PUT('/v1/clients/{clientId}/enabled', {
          ...at({ ...client, version: wanted.version }, key),
          body: { enabled: wanted.enabled },
        }),
      ),
    { touches, done: t('saved') },
  );
  return (
    <Confirm
      label={t(enabled ? 'disable' : 'enable')}
      why={t(enabled ? 'disableWhy' : 'enableWhy')}
      input={{ enabled: !enabled, version }}
      change={change}
      danger={enabled}
    />
  );
}

function Remove({ client }: { readonly client: Client }) {
  const t = texts.use();
  const navigate = useNavigate();
  const change = useChange(
    async (_id: string, key) => {
      await answer(api.identity.DELETE('/v1/clients/{clientId}', at(client, key)));
      await navigate({ to: '/clients' });
    },
    { touches: [['identity', 'client', 'list']], done: t('removed') },
  );
  return (
    <Confirm
      label={t('remove')}
      why={t('removeWhy', { name: client.name })}
      input={client.id}
      change={change}
      danger
    />
  );
}
