import type { UnitOfWork } from '@yitu/persistence';
import type { Vault } from '@yitu/vault';
import { secretPlace, type IdentityProvider } from './identity-provider.ts';

/** Opens the secret we show a provider. The vault must be ready for the agency. */
export async function openSecret(
  uow: UnitOfWork,
  vault: Vault,
  { id, clientSecret }: Pick<IdentityProvider, 'id' | 'clientSecret'>,
): Promise<string> {
  const open = await vault.opening(uow, id);
  return open(secretPlace(id), clientSecret);
}

export async function sealSecret(
  uow: UnitOfWork,
  vault: Vault,
  providerId: string,
  secret: string,
): Promise<string> {
  const sealing = await vault.sealing(uow, providerId);
  return sealing.seal(secretPlace(providerId), secret);
}
