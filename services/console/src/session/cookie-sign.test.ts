import { describe, expect, it } from 'vitest';
import { mayHaveSession } from './cookie-sign.ts';

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
