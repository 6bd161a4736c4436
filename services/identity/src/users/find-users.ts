import type { UnitOfWork } from '@yitu/persistence';
import { User } from './user.ts';

/** What tells one account from another within an agency. */
interface Names {
  readonly email?: string;
  /** E.164. */
  readonly mobile?: string;
  readonly userName?: string;
}

/** The account that has one of these already, in any case of letters; that of the e-mail address first. Who has left has let go of theirs. */
export async function accountWith(
  uow: UnitOfWork,
  { email = null, mobile = null, userName = null }: Readonly<{ [Name in keyof Names]: string | null }>,
): Promise<User | undefined> {
  const [row] = await uow.rows<{ id: string }>(
    `select id from identity.users
     where agency_id = ? and state <> 'departed' and (lower(email) = lower(?) or mobile = ? or lower(user_name) = lower(?))
     order by coalesce(lower(email) = lower(?), false) desc, coalesce(lower(user_name) = lower(?), false) desc limit 1`,
    [uow.agencyId, email, mobile, userName, email, userName],
  );
  return row && uow.get(User, row.id);
}
