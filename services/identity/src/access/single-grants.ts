import type { Grant } from '@yitu/access';

/** Nobody remembers anything for a day. */
const longest = 24 * 3_600_000;

/** The single grants that have not ended, with their ends, and milliseconds until the first of them does: whoever remembers them must ask again by then. */
export function inForce(
  grants: readonly Grant[],
  now: Temporal.Instant,
): { grants: Grant[]; endsInMs: number | undefined } {
  const left = ({ until }: Grant) =>
    until === undefined ? Infinity : Temporal.Instant.from(until).epochMilliseconds - now.epochMilliseconds;
  const lasting = grants.filter((grant) => left(grant) > 0);
  const endsInMs = Math.min(...lasting.map(left), longest);
  return {
    grants: [...lasting],
    endsInMs: endsInMs < longest ? endsInMs : undefined,
  };
}
