import { mobileIn } from '../users/mobile.ts';
import type { UnitOfWork } from '@yitu/persistence';

/** What signing in needs to know of somebody. */
export interface Account {
  readonly user_id: string;
  readonly password_hash: string;
  readonly active: boolean;
  readonly known_device: boolean;
}

/** What people may type to say who they are, and how it is compared. Each has a unique index on (agency_id, …). */
const names: readonly { column: string; spoken: (login: string, country: string) => string }[] = [
  { column: 'lower(users.user_name)', spoken: (login) => login },
  { column: 'lower(users.email)', spoken: (login) => login },
  { column: 'users.mobile', spoken: (login, country) => mobileIn(login, country) ?? '' },
];

/**
 * Whose name this is. Clients have no password, and who has departed has let go of their names.
 * @param login a user name, an e-mail address or a mobile number @param deviceHash of the device it is typed on
 */
export async function findAccount(
  uow: UnitOfWork,
  login: string,
  deviceHash: string | undefined,
): Promise<Account | undefined> {
  const [agency] = await uow.rows<{ country: string }>(
    'select country from identity.agencies where agency_id = ?',
    [uow.agencyId],
  );
  const spoken = names.map((name) => name.spoken(login, agency?.country ?? 'CN'));
  const [account] = await uow.rows<Account>(
    `select users.id as user_id, users.password_hash, users.active,
       exists (select from identity.known_devices as devices
         where devices.agency_id = users.agency_id and devices.user_id = users.id and devices.hash = ?) as known_device
     from identity.users where users.agency_id = ? and users.account <> 'client' and users.state <> 'departed'
       and (${names.map(({ column }) => `${column} = lower(?)`).join(' or ')})
     order by lower(users.user_name) = lower(?) desc limit 1`,
    [deviceHash ?? '', uow.agencyId, ...spoken, login],
  );
  return account;
}

/**
 * Whether somebody may sign in at this moment: between two steps they may have been suspended, or have another password. They stay as they are until
 * the transaction ends, so that a suspension and a new password find the session that begins here, and end it.
 * @param passwordHash which the password that was right belongs to, where one was shown
 */
export async function isActive(uow: UnitOfWork, userId: string, passwordHash?: string): Promise<boolean> {
  const [user] = await uow.rows<{ password_hash: string }>(
    `select users.password_hash from identity.users join identity.agencies on agencies.agency_id = users.agency_id
     where users.agency_id = ? and users.id = ? and users.active and agencies.state = 'active' for share of users`,
    [uow.agencyId, userId],
  );
  return user !== undefined && (passwordHash === undefined || user.password_hash === passwordHash);
}
