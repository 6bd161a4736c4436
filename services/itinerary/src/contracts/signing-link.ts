import { accessErrors, openLink, signLink, type LinkHolder } from '@yitu/access';
import type { Contract } from './contract.ts';

/** How customers' links are made and checked. */
export interface LinkRules {
  readonly secret: string;
  /** Origin the links point to, without a slash at its end. */
  readonly publicUrl: string;
  /** How many days a link works. */
  readonly validDays: number;
}

export const signPermission = 'itinerary.contract.sign';

/** The customer's link to one contract, until the moment stored when it was sent. */
export function signingLink(
  { agencyId, id }: Contract,
  linkExpiresAt: Temporal.Instant,
  { secret, publicUrl }: LinkRules,
): string {
  const expiresAt = Math.floor(linkExpiresAt.epochMilliseconds / 1_000);
  const token = signLink({ agencyId, permission: signPermission, objectId: id, expiresAt }, secret);
  return `${publicUrl}/links/contract?token=${token}`;
}

/** Whoever holds a link to a contract. @throws access/invalid-link also for a link to something else, access/expired-link */
export function holderOf(token: string, { secret }: LinkRules, now: Temporal.Instant): LinkHolder {
  const holder = openLink(token, secret, now);
  if (holder.permission !== signPermission) throw accessErrors.invalidLink();
  return holder;
}
