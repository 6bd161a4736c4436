import { PlusOutlined } from '../../patterns/icons.tsx';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import type { Client } from '../../api/gen/identity.ts';
import { instantText } from '../../format/dates.ts';
import { localText } from '../../format/names.ts';
import { BranchName, useBranches } from '../../names/names.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { List, pageSize } from '../../patterns/list-page.tsx';
import { Page } from '../../patterns/page.tsx';
import { ShownOnce } from '../../patterns/shown-once.tsx';
import { useChange } from '../../patterns/use-change.ts';
import type { Column } from '../../patterns/rows.tsx';
import { useMay, useMe } from '../../session/me.ts';
import { ClientState } from './client-state.tsx';
import { clientsRoute } from './routes.ts';
import { ScopeFields, scopeText, type Scope } from './scopes.tsx';
import { texts } from './texts.ts';

/** Programs of others that may use the interface. */
export function ClientsPage() {
  const t = texts.use();
  const may = useMay();
  const search = clientsRoute.useSearch();
  const navigate = clientsRoute.useNavigate();
  const [creating, setCreating] = useState(false);
  const create = may('identity.client.create') && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>
      {t('create')}
    </Button>
  );
  return (
    <Page title={t('title')} subtitle={t('why')} actions={create}>
      <List<Client, never>
        label={t('title')}
        queryKey={['identity', 'client']}
        load={async (query, signal) => {
          const { clients, next } = await answer(
            api.identity.GET('/v1/clients', { params: { query: { ...query, limit: pageSize } }, signal }),
          );
          return { rows: clients, next };
        }}
        columns={useColumns()}
        filters={[]}
        search={search}
        onSearch={(next) => void navigate({ search: next })}
      />
      <CreateClient open={creating} onClose={() => setCreating(false)} />
    </Page>
  );
}

function useColumns(): Column<Client>[] {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  return [
    {
      title: t('name'),
      render: (_, { id, name }) => (
        <Link to="/clients/$clientId" params={{ clientId: id }}>
          {name}
        </Link>
      ),
    },
    { title: t('branch'), render: (_, { branchId }) => <BranchName id={branchId} /> },
    { title: t('scopes'), render: (_, { scopes }) => scopes.length },
    { title: t('state'), render: (_, client) => <ClientState client={client} /> },
    {
      title: t('lastUsedAt'),
      render: (_, { lastUsedAt }) => (lastUsedAt ? instantText(lastUsedAt, timeZone) : t('never')),
    },
    { title: t('createdAt'), render: (_, { createdAt }) => instantText(createdAt, timeZone) },
  ];
}

interface CreateForm {
  readonly name: string;
  readonly branchId: string;
  readonly scopes: Scope[];
}

function CreateClient({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const t = texts.use();
  const navigate = useNavigate();
  const [form] = Form.useForm<CreateForm>();
  const [created, setCreated] = useState<{ id: string; secret: string }>();
  const branches = (useBranches().data ?? []).filter(({ state }) => state === 'open');
  const change = useChange(
    async ({ scopes, ...others }: CreateForm, key) => {
      const body = { ...others, scopes: scopes.map(scopeText) };
      const { client, secret } = await answer(
        api.identity.POST('/v1/clients', { body, headers: changing(key) }),
      );
      setCreated({ id: client.id, secret: secret ?? t('secretShownBefore') });
    },
    { touches: [['identity', 'client']], done: t('created') },
  );
  const required = [{ required: true, message: t('required') }];
  const kept = () => {
    if (created) void navigate({ to: '/clients/$clientId', params: { clientId: created.id } });
    setCreated(undefined);
  };
  return (
    <>
      <FormDrawer
        title={t('create')}
        name="create-client"
        {...{ open, onClose, form, change }}
        initial={{ scopes: [{ permission: 'booking.departure.read', reach: 'agency' }] }}
        width={640}
      >
        <Form.Item name="name" label={t('name')} rules={required}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="branchId" label={t('branch')} rules={required}>
          <Select options={branches.map(({ id, name }) => ({ value: id, label: localText(name) }))} />
        </Form.Item>
        <ScopeFields />
      </FormDrawer>
      <ShownOnce
        title={t('secret')}
        why={t('secretOnce')}
        secrets={created && [`client_id: ${created.id}`, `client_secret: ${created.secret}`]}
        onKept={kept}
      />
    </>
  );
}
