import { isId, newId } from '@yitu/kernel';
import { perform, type Call, type UnitOfWork } from '@yitu/persistence';
import { clientErrors } from '../errors.ts';
import { nameActor } from '../../sessions/name-actor.ts';
import type { TokenRules } from '../../sessions/tokens.ts';
import { Client } from '../client.ts';
import { sessionFor } from '../client-sessions.ts';
import { workingSecrets } from '../load-client.ts';
import { grantedScopes, scopeText } from '../scopes.ts';
import { isHashOf } from '../secrets.ts';
import type { Credentials } from './credentials.ts';

export interface Asked extends Credentials {
  readonly scope?: string | undefined;
}

/**
 * A token for a client (RFC 6749, 4.4): bound to its session for these scopes, good for as long as a person's.
 * @throws identity/invalid-client for an unknown client, a disabled one and a wrong secret alike, identity/invalid-scope
 */
export async function issueToken(call: Call, rules: TokenRules, asked: Asked) {
  const agencyId = await agencyIdOf(call, asked.clientId);
  // A client that is none is searched too: it takes as long as a wrong secret.
  const member = { kind: 'service', service: 'identity', agencyId: agencyId ?? newId() } as const;
  const { idempotency: _answersWithSecretsAreNotKept, ...once } = call;
  const issued = await perform(
    once,
    { member, reach: 'agency', action: 'identity.client.issue-token' },
    (uow) => start(uow, rules, asked, call.remoteAddress ?? ''),
  );
  const { agency, userId, sessionId, scope } = issued;
  const token = await rules.keys.sign(
    { kind: 'person', agencyId: agency, userId, sessionId },
    rules.accessSeconds,
  );
  return {
    access_token: token,
    token_type: 'Bearer' as const,
    expires_in: rules.accessSeconds,
    scope,
  };
}

async function start(
  uow: UnitOfWork,
  rules: TokenRules,
  { clientId, secret, scope: asked }: Asked,
  address: string,
) {
  const client = await authenticated(uow, clientId, secret);
  await nameActor(uow, client.id);
  const scope = scopeText(grantedScopes(client.scopes, asked));
  const use = { clientId: client.id, scope, remoteAddress: address, userAgent: '' };
  const session = await sessionFor(uow, use, rules.accessSeconds);
  await uow.rows(
    'update identity.clients set last_used_at = ?, last_used_address = ? where agency_id = ? and id = ?',
    [uow.now.toString(), address, uow.agencyId, client.id],
  );
  // No event: that a client is used is nothing other services have to know.
  const after = { clientId: client.id, scope };
  uow.audit({ objectType: 'ClientToken', objectId: session.id, change: 'create', after });
  return { agency: uow.agencyId, userId: client.id, sessionId: session.id, scope };
}

async function authenticated(uow: UnitOfWork, clientId: string, secret: string): Promise<Client> {
  const known = isId(clientId) ? clientId : newId();
  const secrets = await workingSecrets(uow, [known]);
  if (!secrets.some(({ hash }) => isHashOf(hash, secret))) throw clientErrors.invalidClient();
  const client = await uow.lock(Client, known);
  if (!client.enabled) throw clientErrors.invalidClient();
  return client;
}

async function agencyIdOf({ database }: Call, clientId: string): Promise<string | undefined> {
  const { rows } = await database.pool.query<{ id: string | null }>(
    'select identity.agency_id_of_client($1) as id',
    [isId(clientId) ? clientId : newId()],
  );
  return rows[0]?.id ?? undefined;
}
