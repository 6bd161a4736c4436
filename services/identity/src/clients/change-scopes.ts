import { events } from '@yitu/contracts';
import { command } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { User } from '../users/user.ts';
import { clientView, ClientView } from './client.ts';
import { Scopes } from './create-client.ts';
import { lockClient, workingSecrets, type ClientVersion } from './load-client.ts';
import { checkScopes, scopesOf } from './scopes.ts';

const changeScopes = command(
  { permission: 'identity.client.change' },
  async (uow, input: ClientVersion & { scopes: string[] }) => {
    const client = await lockClient(uow, input);
    const scopes = scopesOf(input.scopes.join(' '));
    checkScopes(uow.member, client.branchId, scopes);
    client.scopes = scopes;
    uow.publish(client, events.clientChanged, { clientId: client.id, change: 'scopes' });
    // Tokens that are out lose what the client has lost, in every service: as when a person's roles change.
    const user = await uow.lock(User, client.id);
    const { id: userId, branchId, roles, active } = user;
    uow.publish(user, events.userAccessChanged, { userId, branchId, roles, active });
    return clientView(client, await workingSecrets(uow, [client.id]));
  },
);

export const changeScopesRoute = () =>
  route({
    method: 'PUT',
    path: '/v1/clients/:clientId/scopes',
    summary: 'Give an API client other scopes; tokens that are out lose at once what it has lost',
    access: 'identity.client.change',
    params: Type.Object({ clientId: Id }),
    body: Type.Object({ scopes: Scopes }),
    result: ClientView,
    versioned: true,
    handle: (call, { params: { clientId }, body: { scopes }, version }) =>
      changeScopes(call, { clientId, version, scopes }),
  });
