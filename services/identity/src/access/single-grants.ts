import type { Grant } from '@yitu/access';
import type { UserGrant } from '../users/user.ts';

/** Nobody remembers anything for a day. */
const longest = 24 * 3_600_000;

/** The single grants that have not ended, and milliseconds until the first of them does: whoever remembers them must ask again by then. */
export function inForce(
  grants: readonly UserGrant[],
  now: Temporal.Instant,
): { grants: Grant[]; endsInMs: number | undefined } {
  const left = ({ until }: UserGrant) =>
    until === undefined ? Infinity : Temporal.Instant.from(until).epochMilliseconds - now.epochMilliseconds;
  const lasting = grants.filter((grant) => left(grant) > 0);
  const endsInMs = Math.min(...lasting.map(left), longest);
  return {
    grants: lasting.map(({ permission, reach }) => ({ permission, reach })),
    endsInMs: endsInMs < longest ? endsInMs : undefined,
  };
}
