import type { UnitOfWork } from '@yitu/persistence';

/**
 * Has the audit records of a sign-in name the account it is about: who signed in, or whose account somebody tried. Identity itself acts there, since
 * nobody is anybody before. An id nobody has changes nothing.
 */
export async function nameActor(uow: UnitOfWork, userId: string): Promise<void> {
  const [user] = await uow.rows<{ account: string; branch_id: string }>(
    'select account, branch_id from identity.users where agency_id = ? and id = ?',
    [uow.agencyId, userId],
  );
  if (!user) return;
  const kind = user.account === 'client' ? 'client' : 'user';
  uow.recordAs({ actor: `${kind}:${userId}`, branchId: user.branch_id });
}
