import type { UnitOfWork } from '@yitu/persistence';
import { providerErrors } from './errors.ts';
import { administratorsOf } from '../users/administrators.ts';

/**
 * Where an agency wants its staff to sign in through its provider, no other way is open to them. Administrators keep theirs: when the provider
 * is gone or misconfigured, somebody must be able to say so here. To be asked only once somebody has shown who they are.
 * @throws identity/sign-in-through-provider
 */
export async function refuseOtherWays(uow: UnitOfWork, userId: string): Promise<void> {
  const [row] = await uow.rows<{ refused: boolean }>(
    `select exists (
       select from identity.identity_providers as providers join identity.users on users.agency_id = providers.agency_id
       where providers.agency_id = ? and providers.required and users.id = ? and users.account = 'staff') as refused`,
    [uow.agencyId, userId],
  );
  if (row?.refused && (await administratorsOf(uow, userId)).length === 0)
    throw providerErrors.signInThroughProvider();
}
