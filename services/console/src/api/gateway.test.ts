import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const kept = new Map<string, string>();
const asked: string[] = [];
let refused = false;

const urlOf = (request: Request | string) => (typeof request === 'string' ? request : request.url);

beforeEach(() => {
  kept.clear();
  asked.length = 0;
  refused = false;
  vi.useFakeTimers();
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
  vi.stubGlobal('navigator', {
    language: 'zh-CN',
    locks: { request: (_name: string, turn: () => Promise<unknown>) => turn() },
  });
  vi.stubGlobal('fetch', async (request: Request | string) => {
    asked.push(new URL(urlOf(request), 'http://yitu.example').pathname);
    if (asked.at(-1) === '/session/refresh')
      return refused ? new Response(null, { status: 401 }) : Response.json({ expiresInSeconds: 300 });
    return new Response(null, { status: refused ? 401 : 204 });
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

// What it asks with is there only now.
const load = async () => ({
  ...(await import('./gateway.ts')),
  ...(await import('../session/access-until.ts')),
});
const me = () => new Request('http://yitu.example/me');

test('a token that is known to have ended is not shown: the session is renewed before, once', async () => {
  const { askGateway, noteAccess } = await load();
  noteAccess({ expiresInSeconds: 300 });
  await askGateway(me());
  expect(asked).toEqual(['/me']);
  vi.advanceTimersByTime(299_000);
  await askGateway(me());
  await askGateway(me());
  expect(asked).toEqual(['/me', '/session/refresh', '/me', '/me']);
});

test('who is signed out is asked for no token again and again', async () => {
  const { askGateway, accessIsOver, noteAccess } = await load();
  noteAccess({ expiresInSeconds: 300 });
  vi.advanceTimersByTime(299_000);
  refused = true;
  expect((await askGateway(me())).status).toBe(401);
  expect(accessIsOver()).toBe(false);
});
