import { query, requestErrors } from '@yitu/persistence';
import { Id, Next, page, pageOf, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { Client, clientView, ClientView } from './client.ts';
import { workingSecrets } from './load-client.ts';

interface Page {
  readonly limit: number;
  readonly after?: string | undefined;
}

const listClients = query({ permission: 'identity.client.read' }, async (uow, { limit, after }: Page) => {
  const rows = await uow.em.find(
    Client,
    { agencyId: uow.agencyId, removedAt: null, ...(after && { id: { $lt: after } }) },
    { orderBy: { id: 'desc' }, limit: limit + 1 },
  );
  const { items, next } = pageOf(rows, limit);
  const ids = items.map(({ id }) => id);
  const secrets = Map.groupBy(await workingSecrets(uow, ids), ({ clientId }) => clientId);
  return { clients: items.map((client) => clientView(client, secrets.get(client.id) ?? [])), next };
});

const getClient = query({ permission: 'identity.client.read' }, async (uow, clientId: string) => {
  const client = await uow.get(Client, clientId);
  if (client.removedAt) throw requestErrors.notFound();
  return clientView(client, await workingSecrets(uow, [clientId]));
});

export const readClientRoutes = () => [
  route({
    method: 'GET',
    path: '/v1/clients',
    summary: 'API clients within reach, the newest first, with their last use',
    access: 'identity.client.read',
    query: Type.Object(page),
    result: Type.Object({ clients: Type.Array(ClientView), next: Next }),
    handle: (call, { query: asked }) => listClients(call, asked),
  }),
  route({
    method: 'GET',
    path: '/v1/clients/:clientId',
    summary: 'One API client',
    access: 'identity.client.read',
    params: Type.Object({ clientId: Id }),
    result: ClientView,
    handle: (call, { params: { clientId } }) => getClient(call, clientId),
  }),
];
