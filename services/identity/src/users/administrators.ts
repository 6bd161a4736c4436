import { matches, type Grant } from '@yitu/access';
import type { UnitOfWork } from '@yitu/persistence';
import { errors } from '../errors.ts';
import { builtInRoles } from '../roles/built-in.ts';

/** What it takes, for the whole agency, to administrate its people and roles; whoever has all of it can give themselves back everything else. */
const wanted = [
  'identity.user.read',
  'identity.user.add',
  'identity.user.change',
  'identity.role.read',
  'identity.role.change',
  'identity.role.give-any',
] as const;

const gives = (grants: readonly Grant[], permission: string): boolean =>
  grants.some((grant) => grant.reach === 'agency' && matches(grant.permission, permission));

/** Whether grants make an administrator, whatever the role that has them is called. */
export const administrates = (grants: readonly Grant[]): boolean =>
  wanted.every((permission) => gives(grants, permission));

/** What built-in roles give of it: they are in the code, all else that makes an administrator is in the database. */
const ofBuiltIn = JSON.stringify(
  Object.entries(builtInRoles).flatMap(([role, { grants }]) =>
    wanted.filter((permission) => gives(grants, permission)).map((permission) => ({ role, permission })),
  ),
);

interface Administrator {
  readonly userId: string;
  readonly branchId: string;
}

/**
 * Active members of staff who administrate the agency by roles and grants that do not end by themselves, whatever the reach of whoever asks.
 * @param who asks about one person alone
 */
export const administratorsOf = (uow: UnitOfWork, who?: string): Promise<Administrator[]> =>
  uow.rows<Administrator>(
    `select user_id as "userId", branch_id as "branchId"
     from identity.administrators(string_to_array(?, ','), ?::jsonb, ?::uuid)`,
    [wanted.join(','), ofBuiltIn, who ?? null],
  );

/**
 * Refuses a change after which nobody could administrate the agency. To be asked last, when the change is made: the lock has two who remove each other
 * come one after the other, so that the second sees what the first has done; nothing else is waited for while it is held.
 * @throws identity/last-administrator
 */
export async function keepAdministrator(uow: UnitOfWork): Promise<void> {
  await uow.em.flush();
  await uow.rows(`select pg_advisory_xact_lock(hashtextextended('identity.administrators ' || ?, 0))`, [
    uow.agencyId,
  ]);
  if ((await administratorsOf(uow)).length === 0) throw errors.lastAdministrator();
}
