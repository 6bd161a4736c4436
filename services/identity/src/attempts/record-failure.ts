import { events } from '@yitu/contracts';
import type { UnitOfWork } from '@yitu/persistence';
import { nameActor } from '../sessions/name-actor.ts';
import { attack, burst } from './decide-attempt.ts';

/** An attempt to sign in that failed. */
export interface Failure {
  /** Key of the counter over all addresses; see keyOf. Left out for a known device, which is no stranger guessing. */
  readonly accountKey: string | undefined;
  /** Whose account it was, if it was one. */
  readonly userId: string | undefined;
  readonly agencyExists: boolean;
  readonly reason: 'wrong-password' | 'suspended' | 'wrong-second-factor';
  /** Whether somebody has to wait from this failure on. */
  readonly lockBegins: boolean;
}

interface Counted {
  key: string;
  failures: number;
  told: boolean;
}

const agencyKey = 'agency';

/** Counts a failure for the account and the agency as a whole, records it where there is an account, and tells others once in a while. */
export async function recordFailure(uow: UnitOfWork, failure: Failure): Promise<void> {
  const { accountKey, userId, reason } = failure;
  const windows = [
    { key: agencyKey, seconds: burst.windowSeconds },
    ...(accountKey ? [{ key: accountKey, seconds: attack.windowSeconds }] : []),
  ];
  const counted = await countInWindows(uow, windows);
  if (userId) {
    await nameActor(uow, userId);
    uow.audit({ objectType: 'SignInFailure', objectId: userId, change: 'create', after: { reason } });
  }
  for (const counter of counted) await tell(uow, failure, counter);
}

/** How often an account has failed within its window, from wherever. */
export async function failuresWithin(uow: UnitOfWork, key: string, seconds: number): Promise<number> {
  const [row] = await uow.rows<{ failures: number }>(
    'select failures from identity.sign_in_failures where agency_id = ? and key = ? and since > ?',
    [uow.agencyId, key, uow.now.subtract({ seconds }).toString()],
  );
  return row?.failures ?? 0;
}

/** One more in each window; a window that is over begins anew. Always in the order of keys, as countAttempt does. */
function countInWindows(uow: UnitOfWork, windows: { key: string; seconds: number }[]): Promise<Counted[]> {
  const wanted = windows
    .toSorted((one, other) => (one.key < other.key ? -1 : 1))
    .map(({ key, seconds }) => ({ key, begun: uow.now.subtract({ seconds }).toString() }));
  const now = uow.now.toString();
  return uow.rows<Counted>(
    `insert into identity.sign_in_failures as counter (agency_id, key, failures, since, last_at)
     select ?, key, 1, ?, ? from jsonb_to_recordset(?) as wanted (key text, begun timestamptz)
     on conflict (agency_id, key) do update set last_at = excluded.last_at, (failures, since, told_at) = (
       select case when running then counter.failures + 1 else 1 end,
         case when running then counter.since else excluded.since end,
         case when running then counter.told_at end
       from (select counter.since > begun as running from jsonb_to_recordset(?) as wanted (key text, begun timestamptz)
         where wanted.key = counter.key) as opened)
     returning key, failures, told_at is not null as told`,
    [uow.agencyId, now, now, JSON.stringify(wanted), JSON.stringify(wanted)],
  );
}

/** At most one message for each window, so that whoever guesses cannot flood those who watch. */
async function tell(uow: UnitOfWork, failure: Failure, { key, failures, told }: Counted): Promise<void> {
  if (told || !failure.agencyExists) return;
  // Nothing of the agency or the user changes, so these facts stand in no sequence of theirs.
  if (key === agencyKey) {
    if (failures < burst.failures) return;
    const data = { failures, windowSeconds: burst.windowSeconds };
    uow.publishLater(uow.agencyId, events.agencySignInsFailing, data, uow.now);
  } else {
    if (!failure.userId || !failure.lockBegins) return;
    uow.publishLater(failure.userId, events.userLockedOut, { userId: failure.userId, failures }, uow.now);
  }
  await uow.rows('update identity.sign_in_failures set told_at = ? where agency_id = ? and key = ?', [
    uow.now.toString(),
    uow.agencyId,
    key,
  ]);
}
