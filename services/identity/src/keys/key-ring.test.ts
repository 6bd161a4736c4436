import { describe, expect, it } from 'vitest';
import { publicPart, readKeyRing, signingKeyAt, withNewKey, type SigningKey } from './key-ring.ts';

const now = Date.parse('2026-11-02T08:00:00Z');
const key = (kid: string, signsFrom?: string): SigningKey => ({
  kid,
  d: 'secret',
  ...(signsFrom && { signsFrom }),
});
const minutes = (count: number) => new Date(now + count * 60_000).toISOString();

describe('the key that signs', () => {
  it('is the newest whose time has come', () => {
    const keys = [key('first'), key('second', minutes(-10)), key('coming', minutes(2))];
    expect(signingKeyAt(keys, now).kid).toBe('second');
    expect(signingKeyAt(keys, now + 120_000).kid).toBe('coming');
    expect(signingKeyAt([key('first'), key('second')], now).kid).toBe('first');
  });
});

describe('a rotation', () => {
  it('publishes a key before it signs, and keeps the one that signs until then', () => {
    const keys = withNewKey([key('first')], now, 120);
    expect(keys).toHaveLength(2);
    expect(signingKeyAt(keys, now).kid).toBe('first');
    expect(signingKeyAt(keys, now + 120_000).kid).toBe(keys[1]?.kid);
  });

  it('leaves out keys whose last token expired long ago, never one that may still be needed', () => {
    const keys = [
      key('old'),
      key('before', minutes(-90)),
      key('last', minutes(-61)),
      key('present', minutes(-30)),
    ];
    expect(
      withNewKey(keys, now, 120)
        .map(({ kid }) => kid)
        .slice(0, -1),
    ).toEqual(['last', 'present']);
  });

  it('shows nothing private', () => {
    expect(Object.keys(publicPart(key('first', minutes(0))))).toEqual(['kid', 'use', 'alg']);
  });
});

it.each(['', 'not json', '{}', '[]', '[{"kid":"a"}]', '[{"kid":"a","d":"b","signsFrom":"soon"}]'])(
  'refuses %j as a file of keys without telling what is in it',
  (text) => {
    expect(() => readKeyRing(text, 'keys.json')).toThrow('keys.json is no JSON list of private keys');
  },
);
