import { events } from '@yitu/contracts';
import { command, requestErrors, type UnitOfWork } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { setState } from '../users/states.ts';
import { User } from '../users/user.ts';
import { Client, ClientSecret, clientView, ClientView } from './client.ts';
import { endSessions } from './client-sessions.ts';
import { lockClient, workingSecrets, type ClientVersion } from './load-client.ts';

/**
 * Takes a client out of force in every service: no more tokens, and those that are out are good for nothing. For incidents, and for whoever manages
 * it; a client that is disabled already stays so.
 * @throws request/not-found
 */
export async function disableClient(uow: UnitOfWork, clientId: string): Promise<void> {
  const client = await uow.lock(Client, clientId);
  if (client.removedAt) throw requestErrors.notFound();
  if (client.enabled) await disable(uow, client);
}

/** Puts a client in force again; one that is stays so. @throws request/not-found */
export async function enableClient(uow: UnitOfWork, clientId: string): Promise<void> {
  const client = await uow.lock(Client, clientId);
  if (client.removedAt) throw requestErrors.notFound();
  if (!client.enabled) await enable(uow, client);
}

async function enable(uow: UnitOfWork, client: Client): Promise<void> {
  client.enabled = true;
  uow.publish(client, events.clientChanged, { clientId: client.id, change: 'enabled' });
  await changeUser(uow, client, 'active');
}

async function disable(uow: UnitOfWork, client: Client, removed = false): Promise<void> {
  client.enabled = false;
  uow.publish(client, events.clientDisabled, { clientId: client.id, removed });
  await endSessions(uow, client.id);
  await changeUser(uow, client, removed ? 'departed' : 'suspended');
}

async function changeUser(
  uow: UnitOfWork,
  { id }: Client,
  state: 'active' | 'suspended' | 'departed',
): Promise<void> {
  const user = await uow.lock(User, id);
  setState(user, state);
  if (state === 'departed') user.departedAt = uow.now;
  const { branchId, roles, active } = user;
  uow.publish(user, events.userAccessChanged, { userId: id, branchId, roles, active });
}

const setEnabled = command(
  { permission: 'identity.client.disable' },
  async (uow, input: ClientVersion & { enabled: boolean }) => {
    const client = await lockClient(uow, input);
    if (client.enabled && !input.enabled) await disable(uow, client);
    if (!client.enabled && input.enabled) await enable(uow, client);
    return clientView(client, await workingSecrets(uow, [client.id]));
  },
);

/** Its records stay, and who did what with it. */
const removeClient = command({ permission: 'identity.client.remove' }, async (uow, input: ClientVersion) => {
  const client = await lockClient(uow, input);
  client.removedAt = uow.now;
  await disable(uow, client, true);
  for (const secret of await uow.find(ClientSecret, { clientId: client.id })) uow.em.remove(secret);
  return { removed: true as const };
});

const params = Type.Object({ clientId: Id });

export const disableClientRoutes = () => [
  route({
    method: 'PUT',
    path: '/v1/clients/:clientId/enabled',
    summary: 'Disable an API client with all its tokens, or enable it again',
    access: 'identity.client.disable',
    params,
    body: Type.Object({ enabled: Type.Boolean() }),
    result: ClientView,
    versioned: true,
    handle: (call, { params: { clientId }, body: { enabled }, version }) =>
      setEnabled(call, { clientId, version, enabled }),
  }),
  route({
    method: 'DELETE',
    path: '/v1/clients/:clientId',
    summary: 'Remove an API client for good',
    access: 'identity.client.remove',
    params,
    result: Type.Object({ removed: Type.Literal(true) }),
    versioned: true,
    handle: (call, { params: { clientId }, version }) => removeClient(call, { clientId, version }),
  }),
];
