import { beforeEach, describe, expect, it, vi } from 'vitest';
import { mayHaveEarlierSession, mayHaveSession, noteSigns } from './cookie-sign.ts';

describe('whether somebody may be signed in', () => {
  it.each(['yitu-signed-in=1', 'a=b; yitu-signed-in=1', 'yitu-signed-in=1; a=b'])(
    'is so where the gateway’s sign is among the cookies: %s',
    (cookies) => expect(mayHaveSession(cookies)).toBe(true),
  );
  it.each(['', 'a=b', 'not-yitu-signed-in=1', 'yitu-signed-in=', 'yitu-signed-in=10'])(
    'is not so elsewhere: "%s"',
    (cookies) => expect(mayHaveSession(cookies)).toBe(false),
  );
});

describe('whether somebody may have signed in before there was a sign', () => {
  const kept = new Map<string, string>();
  beforeEach(() => {
    kept.clear();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    });
    return () => vi.unstubAllGlobals();
  });

  it('is so where this browser remembers that somebody did', () => {
    kept.set('yitu.session-renewed-at', '1760000000000');
    expect(mayHaveEarlierSession()).toBe(true);
  });

  it('is not so at a first visit', () => expect(mayHaveEarlierSession()).toBe(false));

  it('is not so once a sign was seen here, or somebody was refused: nothing is asked in vain twice', () => {
    kept.set('yitu.session-renewed-at', '1760000000000');
    noteSigns();
    expect(mayHaveEarlierSession()).toBe(false);
  });
});
