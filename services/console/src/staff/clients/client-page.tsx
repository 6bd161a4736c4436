import { useQuery } from '@tanstack/react-query';
import { Card, Flex, Table, Typography } from 'antd';
import { answer, api } from '../../api/client.ts';
import type { Client } from '../../api/gen/identity.ts';
import { instantText } from '../../format/dates.ts';
import { BranchName } from '../../names/names.tsx';
import { Facts } from '../../patterns/facts.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { Page } from '../../patterns/page.tsx';
import { useMe } from '../../session/me.ts';
import { ClientDeeds } from './client-deeds.tsx';
import { ClientState } from './client-state.tsx';
import { clientRoute } from './routes.ts';
import { ScopeList } from './scopes.tsx';
import { texts } from './texts.ts';

/** One program: what it may, its secrets (never their values), when it was here last. */
export function ClientPage() {
  const { clientId } = clientRoute.useParams();
  const query = useQuery({
    queryKey: ['identity', 'client', clientId],
    queryFn: ({ signal }) =>
      answer(api.identity.GET('/v1/clients/{clientId}', { params: { path: { clientId } }, signal })),
  });
  return <Loaded query={query}>{(client) => <OneClient key={client.id} client={client} />}</Loaded>;
}

function OneClient({ client }: { readonly client: Client }) {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  return (
    <Page
      title={client.name}
      tags={<ClientState client={client} />}
      actions={<ClientDeeds client={client} />}
    >
      <Flex vertical gap="middle">
        <Card title={t('overview')}>
          <Facts
            of={[
              [
                'client_id',
                <Typography.Text key="id" copyable>
                  {client.id}
                </Typography.Text>,
              ],
              [t('branch'), <BranchName key="branch" id={client.branchId} />],
              [t('lastUsedAt'), client.lastUsedAt ? instantText(client.lastUsedAt, timeZone) : t('never')],
              [t('lastUsedAddress'), client.lastUsedAddress],
              [t('createdAt'), instantText(client.createdAt, timeZone)],
            ]}
          />
        </Card>
        <Card title={t('scopes')}>
          <ScopeList scopes={client.scopes} />
        </Card>
        <Card title={t('secrets')}>
          <Table<Client['secrets'][number]>
            rowKey="id"
            size="small"
            pagination={false}
            dataSource={client.secrets}
            columns={[
              { title: t('createdAt'), render: (_, { createdAt }) => instantText(createdAt, timeZone) },
              {
                title: t('worksUntil'),
                render: (_, { expiresAt }) =>
                  expiresAt ? instantText(expiresAt, timeZone) : t('withoutEnd'),
              },
            ]}
          />
        </Card>
      </Flex>
    </Page>
  );
}
