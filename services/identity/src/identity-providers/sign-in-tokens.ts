import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

/** A sign-in on its way to the provider and back. */
export interface SignInUnderWay {
  readonly agencyId: string;
  readonly providerId: string;
  /** A path of ours. */
  readonly returnTo: string;
  /** Seconds since 1970. */
  readonly expiresAt: number;
}

/** What the request to the provider holds of a sign-in (RFC 6749 state, OpenID Connect nonce, RFC 7636 code verifier). */
export interface Secrets {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/**
 * Tokens of sign-ins under way. The browser keeps its token in a cookie while the provider has it; state, nonce and verifier are made of the token
 * and a key of ours. So nothing is stored for a sign-in that never comes back, and whoever has no cookie cannot finish one that another began.
 */
export interface SignInTokens {
  issue(signIn: SignInUnderWay): string;
  /** @returns undefined for a token that is not ours or too old */
  read(token: string, now: Temporal.Instant): SignInUnderWay | undefined;
  secretsOf(token: string): Secrets;
}

/** @param secret that all replicas of identity share */
export function signInTokens(secret: string): SignInTokens {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'yitu sign-in through a provider', 32));
  const mac = (purpose: string, text: string) =>
    createHmac('sha256', key)
      .update(JSON.stringify([purpose, text]))
      .digest('base64url');
  return {
    issue: ({ agencyId, providerId, returnTo, expiresAt }) => {
      const random = randomBytes(24).toString('base64url');
      const parts = JSON.stringify([agencyId, providerId, returnTo, expiresAt, random]);
      const payload = Buffer.from(parts).toString('base64url');
      return `${payload}.${mac('token', payload)}`;
    },
    read: (token, now) => {
      const [payload = '', signature = ''] = token.split('.');
      if (!sameText(signature, mac('token', payload))) return undefined;
      // only `issue` makes payloads that pass the line above
      const parts = JSON.parse(Buffer.from(payload, 'base64url').toString()) as [
        string,
        string,
        string,
        number,
      ];
      const [agencyId, providerId, returnTo, expiresAt] = parts;
      return now.epochMilliseconds < expiresAt * 1_000
        ? { agencyId, providerId, returnTo, expiresAt }
        : undefined;
    },
    secretsOf: (token) => ({
      state: mac('state', token),
      nonce: mac('nonce', token),
      verifier: mac('verifier', token),
    }),
  };
}

/** Compares in a time that says nothing about the texts. */
export const sameText = (given: string, expected: string): boolean =>
  timingSafeEqual(digest(given), digest(expected));

/** By what a used token is known. */
export const hashOf = (token: string): string => digest(token).toString('base64url');

const digest = (text: string) => createHash('sha256').update(text).digest();
