// A tab makes few changes in its life: none of them is forgotten.
const said = new Map<string, string | null>();

/**
 * Has a change that is asked for again under its idempotency key say the version it said the first time. The record may have been read anew in between; on
 * the newer version it would be another request with a used key, which the service refuses instead of answering what it answered before.
 */
export function sayFirstVersion(request: Request): void {
  const key = request.headers.get('idempotency-key');
  if (key === null) return;
  // One change may be several requests, each about its own record.
  const attempt = `${key} ${request.method} ${request.url}`;
  const first = said.get(attempt);
  if (first === undefined) said.set(attempt, request.headers.get('if-match'));
  else if (first !== null) request.headers.set('if-match', first);
}
