import { describe, expect, it } from 'vitest';
import { openLink, signLink } from './signed-link.ts';

const now = Temporal.Instant.from('2026-05-01T00:00:00Z');
const grant = {
  agencyId: 'agency',
  permission: 'itinerary.contract.sign',
  objectId: 'contract',
  expiresAt: now.epochMilliseconds / 1_000 + 60,
} as const;
const secret = 'a secret of some length';

describe('a signed link', () => {
  it('lets its holder do the one thing it was made for', () => {
    expect(openLink(signLink(grant, secret), secret, now)).toEqual({
      kind: 'link',
      agencyId: 'agency',
      permission: 'itinerary.contract.sign',
      objectId: 'contract',
    });
  });

  it('is refused when a character of it was changed', () => {
    const token = signLink(grant, secret);
    for (const position of [0, 10, token.indexOf('.') + 3]) {
      const changed =
        token.slice(0, position) + (token[position] === 'A' ? 'B' : 'A') + token.slice(position + 1);
      expect(() => openLink(changed, secret, now)).toThrow('access/invalid-link');
    }
  });

  it('is refused when it was signed with another secret, or is no link at all', () => {
    expect(() => openLink(signLink(grant, 'another secret'), secret, now)).toThrow('access/invalid-link');
    expect(() => openLink('', secret, now)).toThrow('access/invalid-link');
  });

  it('ends at its time', () => {
    const token = signLink(grant, secret);
    expect(openLink(token, secret, now.add({ seconds: 59 })).objectId).toBe('contract');
    expect(() => openLink(token, secret, now.add({ seconds: 60 }))).toThrow('access/expired-link');
  });
});
