import { events } from '@yitu/contracts';
import { command, type Call } from '@yitu/persistence';
import { Id, InstantText, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { ClientSecret, clientView } from '../client.ts';
import { endSessions } from '../client-sessions.ts';
import { withNewSecret, WithSecret } from '../create-client.ts';
import { lockClient, workingSecrets, type ClientVersion } from '../load-client.ts';
import { decideRotation } from './decide.ts';

type Input = ClientVersion & {
  readonly oldWorksUntil?: string | undefined;
  readonly secret: { id: string; hash: string };
};

const rotateSecret = command({ permission: 'identity.client.rotate' }, async (uow, input: Input) => {
  const client = await lockClient(uow, input);
  const secrets = await uow.find(ClientSecret, { clientId: client.id });
  const until = input.oldWorksUntil === undefined ? undefined : Temporal.Instant.from(input.oldWorksUntil);
  const ends = decideRotation(secrets, until, uow.now);
  for (const secret of secrets) secret.expiresAt = ends.get(secret.id) ?? secret.expiresAt ?? null;
  // Without an overlap the old secret is no longer trusted: nor is what was got with it.
  if (!until) await endSessions(uow, client.id);
  uow.add(
    uow.em.create(ClientSecret, {
      agencyId: uow.agencyId,
      ...input.secret,
      clientId: client.id,
      createdAt: uow.now,
      expiresAt: null,
    }),
  );
  uow.publish(client, events.clientChanged, { clientId: client.id, change: 'secret' });
  await uow.em.flush(); // the new one is to be found with the others
  return clientView(client, await workingSecrets(uow, [client.id]));
});

const rotate = (call: Call, input: Omit<Input, 'secret'>) =>
  withNewSecret((secret) => rotateSecret(call, { ...input, secret }));

export const rotateSecretRoute = () =>
  route({
    method: 'POST',
    path: '/v1/clients/:clientId/secrets',
    summary:
      'Give an API client another secret; the old one works until the moment given, or ends now with its tokens',
    access: 'identity.client.rotate',
    params: Type.Object({ clientId: Id }),
    body: Type.Object({ oldWorksUntil: Type.Optional(InstantText) }),
    result: WithSecret,
    status: 201,
    versioned: true,
    headers: { 'cache-control': 'no-store' },
    handle: (call, { params: { clientId }, body: { oldWorksUntil }, version }) =>
      rotate(call, { clientId, version, oldWorksUntil }),
  });
