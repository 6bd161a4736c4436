import type { Call } from '@yitu/persistence';
import type { Vault } from '@yitu/vault';
import type { Configuration } from 'openid-client';
import { onOwnAccount } from '../sessions/on-own-account.ts';
import { IdentityProvider } from './identity-provider.ts';
import type { Connect } from './provider-connections.ts';
import { openSecret } from './provider-secrets.ts';

export async function agencyOfCode({ database }: Call, code: string): Promise<string | undefined> {
  const { rows } = await database.pool.query<{ id: string | null }>(
    'select identity.agency_id_of($1) as id',
    [code.toLowerCase()],
  );
  return rows[0]?.id ?? undefined;
}

/** An agency's provider with a connection to it; undefined where there is none. @throws identity/identity-provider-unavailable */
export async function connectionOf(
  call: Call,
  { vault, connect }: { vault: Vault; connect: Connect },
  agencyId: string,
): Promise<{ provider: IdentityProvider; connection: Configuration } | undefined> {
  await vault.ready(agencyId);
  const known = await onOwnAccount(call, agencyId, 'identity.session.start', async (uow) => {
    const [provider] = await uow.find(IdentityProvider, {});
    return provider && { provider, clientSecret: await openSecret(uow, vault, provider) };
  });
  if (!known) return undefined;
  const { provider, clientSecret } = known;
  const { issuer, clientId } = provider;
  return { provider, connection: await connect({ issuer, clientId, clientSecret }) };
}
