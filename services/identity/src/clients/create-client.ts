import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { command, type Call, type UnitOfWork } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { Branch } from '../branches/branch.ts';
import { branchErrors } from '../branches/errors.ts';
import { noPassword } from '../users/passwords.ts';
import { Client, ClientSecret, clientView, ClientView } from './client.ts';
import { checkScopes, scopePattern, scopesOf } from './scopes.ts';
import { hashSecret, newSecret } from './secrets.ts';

export const Scopes = Type.Array(
  Type.String({ pattern: scopePattern, maxLength: 120, description: 'A permission with its reach.' }),
  { minItems: 1, maxItems: 100, uniqueItems: true, examples: [['booking.order.read:branch']] },
);

const Body = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 100, pattern: '^\\P{Cc}*$' }),
  branchId: Id,
  scopes: Scopes,
});

/** A client with the one answer that holds its secret. */
export const WithSecret = Type.Object({
  client: ClientView,
  secret: Type.Union([Type.String(), Type.Null()], {
    description:
      'Shown this once. Null where the request is a repeated one (Idempotency-Key): the first answer had it.',
  }),
});

interface Secret {
  readonly id: string;
  readonly text: string;
}

/** Runs a change that gives a client a new secret. The answer that is kept for a repeated request is without it. */
export async function withNewSecret(
  change: (secret: { id: string; hash: string }) => Promise<Static<typeof ClientView>>,
): Promise<Static<typeof WithSecret>> {
  const made: Secret = { id: newId(), text: newSecret() };
  const client = await change({ id: made.id, hash: hashSecret(made.text) });
  // A repeated request gets the client as it was stored the first time, with that request's secret and not with this one.
  const isOurs = client.secrets.some(({ id }) => id === made.id);
  return { client, secret: isOurs ? made.text : null };
}

type Input = Static<typeof Body> & { secret: { id: string; hash: string } };

const createClient = command({ permission: 'identity.client.create' }, async (uow, input: Input) => {
  const { name, branchId, secret } = input;
  const scopes = scopesOf(input.scopes.join(' '));
  checkScopes(uow.member, branchId, scopes);
  const [branch] = await uow.find(Branch, { id: branchId });
  if (!branch) throw branchErrors.noSuchBranch();
  const id = newId();
  await addUser(uow, { id, branchId, name });
  const created = { agencyId: uow.agencyId, createdAt: uow.now };
  const client = uow.add(
    uow.em.create(Client, {
      ...created,
      id,
      branchId,
      name,
      scopes,
      enabled: true,
      removedAt: null,
      lastUsedAt: null,
      lastUsedAddress: null,
      version: 0,
    }),
  );
  uow.publish(client, events.clientCreated, { clientId: id, branchId });
  await uow.em.flush(); // secrets refer to their client
  const first = uow.add(
    uow.em.create(ClientSecret, { ...created, ...secret, clientId: id, expiresAt: null }),
  );
  return clientView(client, [first]);
});

/**
 * The user a client acts with, so that every service checks it like a person. It is no member of staff, so nobody is told of one; it has no e-mail
 * address and no password.
 */
async function addUser(uow: UnitOfWork, user: { id: string; branchId: string; name: string }): Promise<void> {
  const after = { account: 'client', branchId: user.branchId };
  uow.audit({ objectType: 'User', objectId: user.id, change: 'create', after });
  await uow.rows(
    `insert into identity.users (agency_id, id, branch_id, user_name, email, display_name, locale, password_hash, roles, active, account, version, created_at)
     values (?, ?, ?, ?, ?, ?, 'en', ?, '{}', true, 'client', 0, ?)`,
    [
      uow.agencyId,
      user.id,
      user.branchId,
      `client:${user.id}`,
      `${user.id}@client.invalid`,
      user.name,
      noPassword(),
      uow.now.toString(),
    ],
  );
}

const create = (call: Call, body: Static<typeof Body>) =>
  withNewSecret((secret) => createClient(call, { ...body, secret }));

export const createClientRoute = () =>
  route({
    method: 'POST',
    path: '/v1/clients',
    summary: 'Create an API client; the answer shows its secret once',
    access: 'identity.client.create',
    body: Body,
    result: WithSecret,
    status: 201,
    headers: { 'cache-control': 'no-store' },
    handle: (call, { body }) => create(call, body),
  });
