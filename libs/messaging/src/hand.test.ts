import { setImmediate } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { Hand } from './hand.ts';

interface Message {
  readonly agency: string;
  readonly aggregate: string;
  readonly alone?: boolean;
  readonly mayWaitMs?: number;
}

/** A hand whose work goes on only when it is told to, and what it was given to do. */
function hand() {
  const done: string[] = [];
  const gates: (() => void)[] = [];
  const work = (what: string) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    gates.push(resolve);
    return promise.then(() => void done.push(what));
  };
  const made = new Hand<Message>({
    concurrency: 4,
    aggregateOf: ({ aggregate }) => aggregate,
    agencyOf: ({ agency }) => agency,
    isAlone: ({ alone }) => alone === true,
    mayWaitMs: ({ mayWaitMs = 0 }) => mayWaitMs,
    one: ({ aggregate }) => work(`one ${aggregate}`),
    several: (messages) => work(`several ${messages.map(({ aggregate }) => aggregate).join(' ')}`),
  });
  /** Lets the work in hand that began first end. */
  const goOn = async () => {
    await setImmediate();
    await setImmediate();
    gates.shift()?.();
    await setImmediate();
  };
  return { made, done, goOn };
}

const hour = 3_600_000;

const of = (aggregate: string, more: Partial<Message> = {}): Message => ({ agency: 'a', aggregate, ...more });

describe('messages in hand', () => {
  it('that come while a batch is being applied are the next batch', async () => {
    const { made, done, goOn } = hand();
    await made.take(of('1'));
    await goOn();
    expect(done).toEqual(['several 1']);
    for (const aggregate of ['2', '3', '2']) await made.take(of(aggregate));
    await goOn();
    expect(done.at(-1)).toBe('several 2 3 2');
    await made.idle();
  });

  it('are applied by agency, each in its order', async () => {
    const { made, done, goOn } = hand();
    for (const agency of ['a', 'b', 'a']) await made.take(of(`${agency}1`, { agency }));
    await goOn();
    await goOn();
    expect(done).toEqual(['several a1 a1', 'several b1']);
  });

  it('are not overtaken by a later one of their aggregate', async () => {
    const { made, done, goOn } = hand();
    await made.take(of('1'));
    await made.take(of('1', { alone: true }));
    await made.take(of('1'));
    await made.take(of('2'));
    await goOn();
    await goOn();
    await goOn();
    await made.idle();
    expect(done).toEqual(['several 1 2', 'one 1', 'one 1']);
  });

  it('that ask others do not hold up the rest', async () => {
    const { made, done, goOn } = hand();
    await made.take(of('1', { alone: true }));
    await made.take(of('2'));
    expect([...made.messages]).toHaveLength(2);
    await goOn();
    await goOn();
    expect(done.toSorted()).toEqual(['one 1', 'several 2']);
    await made.idle();
    expect([...made.messages]).toHaveLength(0);
  });

  it('that may wait go with the next that may not, and before a later one of their aggregate', async () => {
    const { made, done, goOn } = hand();
    await made.take(of('1', { mayWaitMs: hour }));
    await made.take(of('2', { mayWaitMs: hour }));
    await goOn();
    expect(done).toEqual([]);
    await made.take(of('3'));
    await goOn();
    expect(done).toEqual(['several 1 2 3']);
    await made.take(of('4', { mayWaitMs: hour }));
    await made.take(of('4', { alone: true }));
    await goOn();
    await goOn();
    expect(done.slice(1)).toEqual(['several 4', 'one 4']);
  });

  it('that may wait go when their time is over, when they are many, and when nothing more will come', async () => {
    const { made, done, goOn } = hand();
    await made.take(of('1', { mayWaitMs: 1 }));
    await vi.waitFor(async () => {
      await goOn();
      expect(done).toEqual(['several 1']);
    });
    for (let number = 0; number < 100; number++) await made.take(of('m', { mayWaitMs: hour }));
    await goOn();
    expect(done[1]).toMatch(/^several( m){100}$/);
    await made.take(of('2', { mayWaitMs: hour }));
    const idle = made.idle();
    await goOn();
    await idle;
    expect(done.at(-1)).toBe('several 2');
  });
});
