import { requestErrors, type UnitOfWork } from '@yitu/persistence';
import { Client, ClientSecret, works } from './client.ts';
import { checkManages } from './scopes.ts';

export interface ClientVersion {
  readonly clientId: string;
  readonly version: number;
}

/**
 * Locks a client that is to be changed. Nobody changes one that may do more than they do themselves: they could make it theirs.
 * @throws request/not-found, request/stale-version, identity/scope-beyond-own
 */
export async function lockClient(uow: UnitOfWork, { clientId, version }: ClientVersion): Promise<Client> {
  const client = await uow.lock(Client, clientId, version);
  if (client.removedAt) throw requestErrors.notFound();
  checkManages(uow.member, client.branchId, client.scopes);
  return client;
}

/** A client's secrets that work now, the newest first. */
export async function workingSecrets(uow: UnitOfWork, clientIds: readonly string[]): Promise<ClientSecret[]> {
  const secrets = await uow.find(ClientSecret, { clientId: { $in: [...clientIds] } });
  return secrets.filter((secret) => works(secret, uow.now)).toSorted((a, b) => (a.id < b.id ? 1 : -1));
}
