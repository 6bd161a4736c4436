import { accessErrors, openLink, signLink, type LinkHolder, type Permission } from '@yitu/access';
import { Type } from 'typebox';

/** How links are made and checked. */
export interface LinkRules {
  readonly secret: string;
  /** Origin the links point to, without a slash at its end. */
  readonly publicUrl: string;
}

/** What a link is for: the one thing its holder may do, and the gateway's page where they do it. */
const purposes = {
  invitation: { permission: 'identity.invitation.accept', page: 'invitation' },
  registration: { permission: 'identity.registration.confirm', page: 'registration' },
  'password-reset': { permission: 'identity.password-reset.use', page: 'new-password' },
  'email-change': { permission: 'identity.email-change.confirm', page: 'email' },
} as const satisfies Record<string, { permission: Permission; page: string }>;

export type Purpose = keyof typeof purposes;

export const permissionOf = (purpose: Purpose): Permission => purposes[purpose].permission;

export const Token = Type.String({ minLength: 1, maxLength: 500, description: 'What the link holds' });

/** What a link opens: a row that says whether it can still be used. */
interface Opened {
  readonly agencyId: string;
  /** Of the row, or of its link in force where it can have several one after the other. */
  readonly id: string;
  readonly expiresAt: Temporal.Instant;
}

/** The link of a row, always the same one. It is in nobody's hands but its owner's: made when their letter is sent. */
export function accountLink(purpose: Purpose, { agencyId, id, expiresAt }: Opened, rules: LinkRules): string {
  const { permission, page } = purposes[purpose];
  const grant = {
    agencyId,
    permission,
    objectId: id,
    expiresAt: Math.floor(expiresAt.epochMilliseconds / 1_000),
  };
  return `${rules.publicUrl}/links/${page}?token=${signLink(grant, rules.secret)}`;
}

/** Whoever holds a link for a purpose. @throws access/invalid-link also for a link to something else, access/expired-link */
export function holderOf(
  purpose: Purpose,
  token: string,
  { secret }: LinkRules,
  now: Temporal.Instant,
): LinkHolder {
  const holder = openLink(token, secret, now);
  if (holder.permission !== permissionOf(purpose)) throw accessErrors.invalidLink();
  return holder;
}
