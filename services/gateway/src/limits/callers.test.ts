import { accessErrors, type TokenClaims } from '@yitu/access';
import { eventually } from '@yitu/testkit';
import { expect, it } from 'vitest';
import { createCallers } from './callers.ts';

const ip = '192.0.2.1';
const person: TokenClaims = { kind: 'person', agencyId: 'agency', userId: 'user', sessionId: 'session' };

function callersOf(answer: (token: string) => Promise<TokenClaims>) {
  const asked: string[] = [];
  const callers = createCallers((token) => {
    asked.push(token);
    return answer(token);
  });
  return { asked, callers };
}

it('counts for the address until a token is known, then for its person wherever it comes from', async () => {
  const { asked, callers } = callersOf(async () => person);
  expect(callers(ip, 'valid')).toBe(ip);
  await eventually(() => {
    expect(callers('192.0.2.2', 'valid')).toBe('agency:user');
  });
  expect(asked).toEqual(['valid']);
});

it('asks once about a token that is refused, and counts it for the address', async () => {
  const { asked, callers } = callersOf(async () => {
    throw accessErrors.invalidToken();
  });
  expect(callers(ip, 'invented')).toBe(ip);
  await eventually(() => {
    callers(ip, 'marker'); // once its turn has come, so had the other one's
    expect(asked).toContain('marker');
  });
  expect(callers(ip, 'invented')).toBe(ip);
  expect(asked.filter((token) => token === 'invented')).toHaveLength(1);
});

it('neither verifies nor remembers a token beyond 4 kB', () => {
  const { asked, callers } = callersOf(async () => person);
  expect(callers(ip, 'x'.repeat(4_097))).toBe(ip);
  expect(callers(ip, 'x'.repeat(4_096))).toBe(ip);
  expect(asked).toEqual(['x'.repeat(4_096)]);
});
