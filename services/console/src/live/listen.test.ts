import { afterEach, beforeEach, expect, test, vi } from 'vitest';

/** Streams as a browser would have opened them. */
const opened: { closed: boolean; fail: () => void }[] = [];

class Stream extends EventTarget {
  closed = false;

  constructor() {
    super();
    opened.push(this);
  }

  fail() {
    this.dispatchEvent(new Event('error'));
  }

  close() {
    this.closed = true;
  }
}

const answers: (() => Promise<Response>)[] = [];
const silent = { onChange: () => undefined, onGap: () => undefined };

beforeEach(() => {
  opened.length = 0;
  answers.length = 0;
  vi.useFakeTimers();
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('EventSource', Stream);
  vi.stubGlobal('localStorage', {
    getItem: () => null,
    setItem: () => undefined,
    removeItem: () => undefined,
  });
  vi.stubGlobal('navigator', {
    locks: { request: (_name: string, turn: () => Promise<unknown>) => turn() },
  });
  vi.stubGlobal('fetch', () => answers.shift()?.());
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

// What they listen with is there only now.
const load = async () => ({
  ...(await import('./listen.ts')),
  ...(await import('../session/renew.ts')),
});

test('after the session has ended, a sign-in has it listen again, once', async () => {
  const { listen, noteSignIn } = await load();
  const stop = listen(silent);
  answers.push(async () => new Response(null, { status: 401 }));
  opened[0]?.fail();
  await vi.runAllTimersAsync();
  expect(opened).toHaveLength(1);
  noteSignIn();
  noteSignIn();
  expect(opened).toHaveLength(2);
  stop();
});

test('a renewal under way when it is told to stop opens no stream', async () => {
  const { listen } = await load();
  const stop = listen(silent);
  const renewal = Promise.withResolvers<Response>();
  answers.push(() => renewal.promise);
  opened[0]?.fail();
  await vi.runAllTimersAsync();
  stop();
  renewal.resolve(new Response(null, { status: 204 }));
  await vi.runAllTimersAsync();
  expect(opened).toHaveLength(1);
});

test('what is stopped while nobody is signed in does not listen after the next sign-in', async () => {
  const { listen, noteSignIn } = await load();
  const stop = listen(silent);
  answers.push(async () => new Response(null, { status: 401 }));
  opened[0]?.fail();
  await vi.runAllTimersAsync();
  stop();
  noteSignIn();
  expect(opened).toHaveLength(1);
});
