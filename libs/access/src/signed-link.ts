import { createHmac, timingSafeEqual } from 'node:crypto';
import { accessErrors } from './errors.ts';
import type { LinkHolder, Permission } from './principal.ts';

/** What a signed link allows: one permission on one object of one agency, until a moment (seconds since 1970). */
export interface LinkGrant {
  readonly agencyId: string;
  readonly permission: Permission;
  readonly objectId: string;
  readonly expiresAt: number;
}

/** The token of a link: the grant in the clear and its HMAC-SHA-256, both base64url. The same grant always gives the same token. */
export function signLink(grant: LinkGrant, secret: string): string {
  const payload = Buffer.from(
    JSON.stringify([grant.agencyId, grant.permission, grant.objectId, grant.expiresAt]),
  ).toString('base64url');
  return `${payload}.${mac(payload, secret).toString('base64url')}`;
}

/** @throws access/invalid-link when it was not signed with the secret, access/expired-link when its time is over */
export function openLink(token: string, secret: string, now: Temporal.Instant): LinkHolder {
  const [payload = '', signature = ''] = token.split('.');
  const expected = mac(payload, secret);
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw accessErrors.invalidLink();
  // only signLink makes payloads that pass the line above
  const [agencyId, permission, objectId, expiresAt] = JSON.parse(
    Buffer.from(payload, 'base64url').toString(),
  ) as [string, Permission, string, number];
  if (now.epochMilliseconds >= expiresAt * 1_000) throw accessErrors.expiredLink();
  return { kind: 'link', agencyId, permission, objectId };
}

const mac = (payload: string, secret: string) => createHmac('sha256', secret).update(payload).digest();
