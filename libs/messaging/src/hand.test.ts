import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Hand } from './hand.ts';

interface Message {
  readonly agency: string;
  readonly aggregate: string;
  readonly alone?: boolean;
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
});
