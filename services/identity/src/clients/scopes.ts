import type { Grant, Principal, Reach } from '@yitu/access';
import { clientErrors } from './errors.ts';
import { checkKnown, givesAny, holdsAt } from '../roles/grants.ts';

/**
 * A scope is a permission with its reach: `booking.order.read:branch`. Patterns are none: what a new version adds to a resource must not come to a
 * client by itself.
 */
export const scopePattern = '^[a-z]+(\\.[a-z-]+){2}:(own|branch|agency)$';

const width: Record<Reach, number> = { own: 1, branch: 2, agency: 3 };

const isReach = (text: string | undefined): text is Reach => text !== undefined && Object.hasOwn(width, text);

/** Scopes as RFC 6749, 3.3 writes them: sorted, with a space between. */
export const scopeText = (scopes: readonly Grant[]): string =>
  scopes
    .map(({ permission, reach }) => `${permission}:${reach}`)
    .toSorted()
    .join(' ');

/** The scopes of a text; a permission asked for twice counts once, as far as it goes. @throws identity/invalid-scope */
export function scopesOf(text: string): Grant[] {
  const furthest = new Map<string, Grant>();
  for (const grant of text.split(' ').filter(Boolean).map(scopeOf)) {
    const other = furthest.get(grant.permission);
    if (!other || width[other.reach] < width[grant.reach]) furthest.set(grant.permission, grant);
  }
  return [...furthest.values()];
}

function scopeOf(text: string): Grant {
  const [permission = '', reach] = text.split(':');
  if (!isReach(reach)) throw clientErrors.invalidScope({ scope: text });
  return { permission, reach };
}

/**
 * The scopes a token gets: those asked for, or all. A permission asked for without a reach comes with the client's own.
 * @throws identity/invalid-scope for one the client does not have, or not that far
 */
export function grantedScopes(held: readonly Grant[], asked: string | undefined): Grant[] {
  if (asked === undefined) return [...held];
  return scopesOf(
    asked
      .split(' ')
      .filter(Boolean)
      .map((one) => grantedScope(held, one))
      .join(' '),
  );
}

function grantedScope(held: readonly Grant[], asked: string): string {
  const [permission, reach] = asked.split(':');
  const own = held.find((grant) => grant.permission === permission);
  if (!own) throw clientErrors.invalidScope({ scope: asked });
  if (reach === undefined) return scopeText([own]);
  if (!isReach(reach) || width[reach] > width[own.reach]) throw clientErrors.invalidScope({ scope: asked });
  return asked;
}

/** What is left of a session's scopes when the client has others by now: each as far as both go. */
export const narrowed = (held: readonly Grant[], asked: readonly Grant[]): Grant[] =>
  asked.flatMap(({ permission, reach }) => {
    const own = held.find((grant) => grant.permission === permission);
    return own ? [{ permission, reach: width[own.reach] < width[reach] ? own.reach : reach }] : [];
  });

/**
 * Whether somebody may give a client these scopes: whoever has a client's secret can do all it may.
 * @param branchId the client's: what reaches one's own branch reaches no other
 * @throws identity/unknown-permission, identity/scope-beyond-own
 */
export function checkScopes(giver: Principal, branchId: string, scopes: readonly Grant[]): void {
  checkKnown(scopes.map(({ permission }) => ({ permission, field: '/body/scopes' })));
  checkManages(giver, branchId, scopes);
}

/** Whether somebody may manage a client that has these scopes. @throws identity/scope-beyond-own */
export function checkManages(giver: Principal, branchId: string, scopes: readonly Grant[]): void {
  if (givesAny(giver)) return;
  const beyond = scopes.find((scope) => !holdsAt(giver, branchId, scope));
  if (beyond) throw clientErrors.scopeBeyondOwn({ scope: scopeText([beyond]) });
}
