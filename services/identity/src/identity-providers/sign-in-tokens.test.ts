import { describe, expect, it } from 'vitest';
import { signInTokens } from './sign-in-tokens.ts';

const tokens = signInTokens('a secret of sixteen');
const now = Temporal.Instant.from('2026-11-22T00:00:00Z');
const signIn = {
  ...{ agencyId: 'agency', providerId: 'provider', returnTo: '/orders' },
  expiresAt: now.epochMilliseconds / 1_000 + 600,
};

describe('the token of a sign-in under way', () => {
  it('is read for ten minutes, by whoever has the key', () => {
    const token = tokens.issue(signIn);
    expect(signInTokens('a secret of sixteen').read(token, now.add({ seconds: 599 }))).toEqual(signIn);
    expect(tokens.read(token, now.add({ seconds: 600 }))).toBeUndefined();
    expect(signInTokens('another secret here').read(token, now)).toBeUndefined();
  });

  it('is another one each time, with other secrets, which it does not hold', () => {
    const [one, other] = [tokens.issue(signIn), tokens.issue(signIn)];
    const all = [one, other].flatMap((token) => Object.values(tokens.secretsOf(token)));
    expect(new Set(all).size).toBe(6);
    for (const secret of all) {
      expect(secret).toMatch(/^[\w-]{43}$/);
      expect(one.includes(secret) || other.includes(secret)).toBe(false);
    }
    expect(tokens.secretsOf(one)).toEqual(tokens.secretsOf(one));
  });

  it.each(['', '.', 'a.b', tokens.issue(signIn).replace('.', '.x'), `${tokens.issue(signIn)}x`])(
    'is none of ours: %s',
    (token) => {
      expect(tokens.read(token, now)).toBeUndefined();
    },
  );
});
