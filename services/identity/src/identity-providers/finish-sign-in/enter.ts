import { events } from '@yitu/contracts';
import { DomainError, newId } from '@yitu/kernel';
import type { Call, UnitOfWork } from '@yitu/persistence';
import { openBranchOf } from '../../branches/tree.ts';
import { providerErrors } from '../errors.ts';
import { roleErrors } from '../../roles/errors.ts';
import { findUnknownRole } from '../../roles/give-roles.ts';
import { requireCourses } from '../../roles/required-courses/require-courses.ts';
import { onOwnAccount } from '../../sessions/on-own-account.ts';
import { startSession } from '../../sessions/start-session.ts';
import type { TokenRules } from '../../sessions/tokens.ts';
import { noPassword } from '../../users/passwords.ts';
import { User } from '../../users/user.ts';
import { ProviderAccount, type IdentityProvider } from '../identity-provider.ts';
import { decideSignIn, emailOf, type Claims, type Newcomer, type Person } from './decide.ts';

interface Arrival {
  readonly userAgent: string | undefined;
  readonly remoteAddress: string | undefined;
}

/** Starts the session of whom the provider means. @throws identity/provider-sign-in-refused, course-required, branch-closed */
export async function enter(
  call: Call,
  rules: TokenRules,
  provider: IdentityProvider,
  claims: Claims,
  arrival: Arrival,
) {
  const work = async (uow: UnitOfWork) => {
    const who = await userOf(uow, provider, claims);
    if (who instanceof DomainError) return who;
    return startSession(uow, rules, { ...arrival, userId: who, method: 'provider', device: undefined });
  };
  const signedIn = await onOwnAccount(call, provider.agencyId, 'identity.session.start', work).catch(
    withoutNames,
  );
  if (signedIn instanceof DomainError) throw signedIn;
  return signedIn;
}

/** A newcomer's name or address that somebody else has: who they are is not told. */
function withoutNames(cause: unknown): never {
  throw cause instanceof DomainError && cause.status === 409
    ? providerErrors.providerSignInRefused({ cause })
    : cause;
}

/** @returns the refusal of who may not enter; why is recorded with the provider, so nothing is thrown here */
async function userOf(
  uow: UnitOfWork,
  provider: IdentityProvider,
  claims: Claims,
): Promise<string | DomainError> {
  const { issuer, emailDomains, trustEmail, userNameClaim, newRole } = provider;
  const newcomers = newRole !== null && newRole !== undefined;
  const rules = { emailDomains, trustEmail, userNameClaim, newcomers };
  const decision = decideSignIn(rules, claims, {
    linked: await linkedTo(uow, issuer, claims.sub),
    found: await foundBy(uow, issuer, emailOf(claims)),
  });
  if (decision.kind === 'refuse')
    return refusal(uow, provider, decision.reason, providerErrors.providerSignInRefused());
  const hindrance = decision.kind === 'create' && (await hindranceOf(uow, provider));
  if (hindrance) return refusal(uow, provider, hindrance.code, hindrance);
  const userId = decision.kind === 'enter' ? decision.userId : await create(uow, provider, decision.newcomer);
  if (decision.kind === 'create' || decision.link) await link(uow, { issuer, subject: claims.sub, userId });
  return userId;
}

function refusal(
  uow: UnitOfWork,
  { id: objectId }: IdentityProvider,
  refused: string,
  told: DomainError,
): DomainError {
  uow.audit({ objectType: 'IdentityProvider', objectId, change: 'read', after: { refused } });
  return told;
}

/** A subject that was linked to somebody who has left since is theirs who come back. */
async function link(
  uow: UnitOfWork,
  { issuer, subject, userId }: { issuer: string; subject: string; userId: string },
): Promise<void> {
  const { agencyId, now: linkedAt } = uow;
  const [former] = await uow.find(ProviderAccount, { issuer, subject });
  if (former) Object.assign(former, { userId, linkedAt });
  else uow.add(uow.em.create(ProviderAccount, { agencyId, issuer, subject, userId, linkedAt }));
}

const person = `users.id, users.account, users.active,
  exists (select from identity.provider_accounts as links
    where links.agency_id = users.agency_id and links.issuer = ? and links.user_id = users.id) as "linkedToOther"`;

async function linkedTo(uow: UnitOfWork, issuer: string, subject: string): Promise<Person | undefined> {
  const [row] = await uow.rows<Person>(
    `select ${person} from identity.provider_accounts as accounts
     join identity.users on users.agency_id = accounts.agency_id and users.id = accounts.user_id
     where accounts.agency_id = ? and accounts.issuer = ? and accounts.subject = ? and users.state <> 'departed' for share of accounts, users`,
    [issuer, uow.agencyId, issuer, subject],
  );
  return row;
}

/** Who has left keeps the address in the records, and is nobody here any more. */
async function foundBy(uow: UnitOfWork, issuer: string, email: string): Promise<Person | undefined> {
  const [row] = await uow.rows<Person>(
    `select ${person} from identity.users
     where users.agency_id = ? and lower(users.email) = lower(?) and users.state <> 'departed' for share of users`,
    [issuer, uow.agencyId, email],
  );
  return row;
}

/**
 * Why nobody new can come in at present: the role they would get asks for a course, which they cannot have passed yet, or is gone, or their branch has closed. A role is
 * never given without its courses and nobody comes in without a role. They are the agency's own people, so they are told.
 */
async function hindranceOf(
  uow: UnitOfWork,
  { newRole, newBranchId }: IdentityProvider,
): Promise<DomainError | undefined> {
  try {
    await openBranchOf(uow, newBranchId ?? '');
    await requireCourses(uow, undefined, [newRole ?? '']);
    const unknown = await findUnknownRole(uow, [newRole ?? '']);
    return unknown === undefined ? undefined : roleErrors.noSuchRole({ role: unknown });
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

async function create(uow: UnitOfWork, provider: IdentityProvider, newcomer: Newcomer): Promise<string> {
  const { newRole, newBranchId } = provider;
  if (!newRole || !newBranchId) throw new Error('newcomers are only created where there is a role for them');
  const user = uow.add(
    uow.em.create(User, {
      agencyId: uow.agencyId,
      id: newId(),
      branchId: newBranchId,
      ...newcomer,
      passwordHash: noPassword(),
      roles: [newRole],
      grants: [],
      denials: [],
      active: true,
      version: 0,
      createdAt: uow.now,
    }),
  );
  uow.publish(user, events.userAdded, {
    userId: user.id,
    branchId: newBranchId,
    roles: user.roles,
    account: 'staff',
  });
  await uow.em.flush(); // session and link refer to their user
  return user.id;
}
