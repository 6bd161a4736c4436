import { createHash, randomBytes } from 'node:crypto';
import type { UnitOfWork } from '@yitu/persistence';

/** Where challenges lie of people who have not said yet who they are. */
export const noAgency = '00000000-0000-0000-0000-000000000000';

const seconds = 300;

export interface Purpose {
  readonly purpose: 'registration' | 'authentication';
  /** Whose challenge it is, where that is known already. */
  readonly userId: string | null;
}

/** A new challenge; it is kept as its hash, for one use within five minutes. */
export async function issueChallenge(
  uow: UnitOfWork,
  { purpose, userId }: Purpose,
): Promise<Uint8Array<ArrayBuffer>> {
  const challenge = new Uint8Array(randomBytes(32));
  await uow.rows(
    'insert into identity.passkey_challenges (agency_id, hash, user_id, purpose, expires_at) values (?, ?, ?, ?, ?)',
    [
      uow.agencyId,
      hashOf(Buffer.from(challenge).toString('base64url')),
      userId,
      purpose,
      uow.now.add({ seconds }).toString(),
    ],
  );
  return challenge;
}

/** Uses a challenge up, whatever comes of the answer to it. @returns whether it was there and for this purpose */
export async function useChallenge(
  uow: UnitOfWork,
  challenge: string,
  { purpose, userId }: Purpose,
): Promise<boolean> {
  const used = await uow.rows<{ fits: boolean }>(
    `delete from identity.passkey_challenges where agency_id = ? and hash = ?
     returning purpose = ? and user_id is not distinct from ?::uuid and expires_at > ? as fits`,
    [uow.agencyId, hashOf(challenge), purpose, userId, uow.now.toString()],
  );
  return used[0]?.fits === true;
}

/** The challenge an answer says it is for; whether it is, is checked with its signature. @returns undefined for what is no answer */
export function challengeIn(clientDataJSON: string): string | undefined {
  try {
    const data: unknown = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString());
    const challenge: unknown =
      typeof data === 'object' && data !== null ? Reflect.get(data, 'challenge') : undefined;
    return typeof challenge === 'string' ? challenge : undefined;
  } catch {
    return undefined;
  }
}

const hashOf = (challenge: string) => createHash('sha256').update(challenge).digest('base64url');
