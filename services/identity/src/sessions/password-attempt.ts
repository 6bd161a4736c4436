import { setTimeout as pause } from 'node:timers/promises';
import type { Call, UnitOfWork } from '@yitu/persistence';
import { findAgency } from '../agencies/find-agency.ts';
import { attemptWithdrawn, countAttempt, keyOf, networkOf, type Limit } from '../attempts/attempts.ts';
import {
  attack,
  fromAddress,
  fromAddressUnderAttack,
  fromKnownDevice,
  ofAddress,
} from '../attempts/decide-attempt.ts';
import { failuresWithin, recordFailure } from '../attempts/record-failure.ts';
import { hashDevice } from '../devices/known-devices.ts';
import { verifyPassword } from '../users/passwords.ts';
import { errors } from '../errors.ts';
import { findAccount, type Account } from './accounts.ts';
import { onOwnAccount } from './on-own-account.ts';

export interface Credentials {
  readonly agency: string;
  readonly login: string;
  readonly password: string;
  readonly device?: string;
}

/** Somebody whose password was right. */
export interface Recognised {
  readonly agencyId: string;
  readonly userId: string;
  /** Of the password that was right. */
  readonly passwordHash: string;
  /** To be given back with `attemptSucceeded`, in the transaction that signs them in. */
  readonly limits: readonly Limit[];
}

/** What recording a failure takes at most, whether there is an account to record it for or not: the answer comes no earlier. */
const recordingMs = 40;

const action = 'identity.session.start';

/**
 * Whether a password is right, counted against guessing. Everything that can be seen from outside is the same for an agency, an account and a
 * password that are wrong: the answer, its time, and after how many of them one has to wait.
 * @throws identity/wrong-credentials, identity/too-many-attempts, identity/busy
 */
export async function checkCredentials(call: Call, credentials: Credentials): Promise<Recognised> {
  const agency = await findAgency(call, credentials.agency);
  const attempt = await onOwnAccount(call, agency.id, action, (uow) =>
    beginAttempt(uow, credentials, call.remoteAddress),
  );
  const { account, limits } = attempt;
  const right = await judge(call, agency.id, credentials.password, attempt);
  if (agency.exists && account?.active && right)
    return {
      agencyId: agency.id,
      userId: account.user_id,
      passwordHash: account.password_hash,
      limits,
    };
  const failure = {
    accountKey: account?.known_device ? undefined : accountKey(credentials.login),
    userId: account?.user_id,
    agencyExists: agency.exists,
    reason: right ? ('suspended' as const) : ('wrong-password' as const),
    lockBegins: attempt.lockBegins,
  };
  const recorded = onOwnAccount(call, agency.id, 'identity.session.refuse', (uow) =>
    recordFailure(uow, failure),
  );
  await Promise.all([recorded, pause(recordingMs)]);
  throw errors.wrongCredentials();
}

interface Attempt {
  readonly account: Account | undefined;
  readonly limits: readonly Limit[];
  readonly lockBegins: boolean;
}

async function beginAttempt(
  uow: UnitOfWork,
  { login, device }: Credentials,
  address: string | undefined,
): Promise<Attempt> {
  const deviceHash = device === undefined ? undefined : hashDevice(device);
  const account = await findAccount(uow, login, deviceHash);
  const failures = await failuresWithin(uow, accountKey(login), attack.windowSeconds);
  const limits =
    account?.known_device && deviceHash
      ? [limitOfDevice(login, deviceHash)]
      : limitsOfStranger(login, networkOf(address), failures >= attack.failures);
  return { account, limits, lockBegins: await countAttempt(uow, limits) };
}

/** A password nobody looked at, because too many are waiting, is no failure. */
async function judge(
  call: Call,
  agencyId: string,
  password: string,
  { account, limits }: Attempt,
): Promise<boolean> {
  try {
    return await verifyPassword(password, account?.password_hash);
  } catch (error) {
    await onOwnAccount(call, agencyId, action, (uow) => attemptWithdrawn(uow, limits));
    throw error;
  }
}

const limitOfDevice = (login: string, deviceHash: string): Limit => ({
  key: keyOf('device', spoken(login), deviceHash),
  rule: fromKnownDevice,
  onSuccess: 'forget',
});

const limitsOfStranger = (login: string, network: string, attacked: boolean): Limit[] => [
  {
    key: keyOf('account-from', spoken(login), network),
    rule: attacked ? fromAddressUnderAttack : fromAddress,
    onSuccess: 'forget',
  },
  { key: keyOf('address', network), rule: ofAddress, onSuccess: 'take-back' },
];

/** Counted by what was typed, not by whose account it is: otherwise the wait would tell which names belong together. */
const accountKey = (login: string) => keyOf('account', spoken(login));

const spoken = (login: string) => login.normalize('NFKC').trim().toLowerCase();
