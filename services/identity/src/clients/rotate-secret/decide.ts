import { clientErrors } from '../errors.ts';
import { works, type ClientSecret } from '../client.ts';

type Secret = Pick<ClientSecret, 'id' | 'createdAt' | 'expiresAt'>;

/** How long a team may take to bring its new secret everywhere. */
const overlapDays = 30;

/**
 * When a client's secrets end that are there when it gets another one: at the moment asked for, or now. No more than two work at once.
 * @param until when the old one is to end; left out: now
 * @returns the new ends, by secret, of those that change
 * @throws identity/overlap-too-long, identity/client-has-two-secrets
 */
export function decideRotation(
  secrets: readonly Secret[],
  until: Temporal.Instant | undefined,
  now: Temporal.Instant,
): Map<string, Temporal.Instant> {
  const working = secrets.filter((secret) => works(secret, now));
  if (!until) return new Map(working.map(({ id }) => [id, now]));
  const latest = now.add({ hours: 24 * overlapDays });
  if (Temporal.Instant.compare(until, now) <= 0 || Temporal.Instant.compare(until, latest) > 0)
    throw clientErrors.overlapTooLong({ days: overlapDays });
  const ending = working.find(({ expiresAt }) => expiresAt);
  if (ending) throw clientErrors.clientHasTwoSecrets({ until: String(ending.expiresAt) });
  return new Map(working.map(({ id }) => [id, until]));
}
