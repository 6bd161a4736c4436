/** What a provider says of somebody (OpenID Connect Core, 5.1), as it came. */
export interface Claims {
  readonly sub: string;
  readonly [claim: string]: unknown;
}

/** Somebody with an account here. */
export interface Person {
  readonly id: string;
  readonly account: 'staff' | 'customer' | 'client';
  readonly active: boolean;
  /** Whether another subject of this provider is linked to them. */
  readonly linkedToOther: boolean;
}

export interface ProviderRules {
  readonly emailDomains: readonly string[];
  /** Whether an address is taken as verified where the provider says nothing about that. */
  readonly trustEmail: boolean;
  readonly userNameClaim: string;
  readonly newcomers: boolean;
}

export interface Newcomer {
  readonly userName: string;
  readonly email: string;
  readonly displayName: string;
  readonly locale: 'zh' | 'en';
}

export type Decision =
  | { readonly kind: 'enter'; readonly userId: string; readonly link: boolean }
  | { readonly kind: 'create'; readonly newcomer: Newcomer }
  /** The reason is for the agency's audit trail, never for whoever asks. */
  | { readonly kind: 'refuse'; readonly reason: string };

const refuse = (reason: string): Decision => ({ kind: 'refuse', reason });

/** The e-mail address of the claims, whatever is said of it. */
export const emailOf = ({ email }: Claims): string => (typeof email === 'string' ? email.trim() : '');

/**
 * Who somebody is whom the provider has sent. Known by its subject they enter; the first time they are found by the e-mail address, which the provider
 * must have verified, or be trusted with, and which must be of a domain the agency said is its own: others' addresses are not this provider's to give away.
 * @param linked the person its subject is linked to @param found the person with the e-mail address
 */
export function decideSignIn(
  rules: ProviderRules,
  claims: Claims,
  { linked, found }: { linked: Person | undefined; found: Person | undefined },
): Decision {
  if (linked)
    return mayEnter(linked) ? { kind: 'enter', userId: linked.id, link: false } : refuse('not-active');
  const email = emailOf(claims);
  if (!isVerified(claims, rules)) return refuse('unverified-email');
  if (!isOfDomain(email, rules.emailDomains)) return refuse('foreign-domain');
  if (!found) return rules.newcomers ? welcome(rules, claims, email) : refuse('unknown-person');
  if (!mayEnter(found)) return refuse('not-active');
  return found.linkedToOther
    ? refuse('linked-to-another-subject')
    : { kind: 'enter', userId: found.id, link: true };
}

/** What a provider denies is never trusted, nor what it says in words of its own. */
const isVerified = ({ email_verified: said }: Claims, { trustEmail }: ProviderRules): boolean =>
  said === undefined ? trustEmail : said === true;

const mayEnter = ({ account, active }: Person): boolean => account === 'staff' && active;

function isOfDomain(email: string, domains: readonly string[]): boolean {
  const at = email.lastIndexOf('@');
  return at > 0 && domains.includes(email.slice(at + 1).toLowerCase());
}

const userNames = /^[\p{L}\p{N}][\p{L}\p{N}._-]{1,39}$/u;

function welcome({ userNameClaim }: ProviderRules, claims: Claims, email: string): Decision {
  const userName = textOf(claims[userNameClaim]);
  if (!userNames.test(userName)) return refuse('no-user-name');
  if (email.length > 200) return refuse('no-email');
  const displayName = textOf(claims['name'])
    .replaceAll(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, 100);
  const locale = textOf(claims['locale']).toLowerCase().startsWith('en') ? 'en' : 'zh';
  return { kind: 'create', newcomer: { userName, email, displayName: displayName || userName, locale } };
}

const textOf = (claim: unknown): string => (typeof claim === 'string' ? claim : '');
