import { setImmediate } from 'node:timers/promises';
import { Lanes } from './lanes.ts';

interface Ways<Message> {
  /** Messages in hand one by one, of different aggregates, at once. */
  readonly concurrency: number;
  /** Whose order counts: messages of one aggregate are never overtaken by later ones. */
  readonly aggregateOf: (message: Message) => string;
  readonly agencyOf: (message: Message) => string;
  /** Whether a message is to be processed by itself, because others are asked for it. */
  readonly isAlone: (message: Message) => boolean;
  /** How long a message may wait for others to be processed with, in milliseconds; 0 where somebody waits for what it does. */
  readonly mayWaitMs: (message: Message) => number;
  /** Processes one. Must not reject. */
  readonly one: (message: Message) => Promise<void>;
  /** Processes several of one agency, in their order. Must not reject. */
  readonly several: (messages: readonly Message[]) => Promise<void>;
}

const severalAtMost = 100;

/** A message that waits for its batch, until a moment of `performance.now()`. */
interface Waiting<Message> {
  readonly message: Message;
  readonly until: number;
}

/**
 * The messages a consumer has in hand. Those that ask nobody wait while a batch is being applied, or for as long as they may, and then are a batch
 * themselves: the more there is to do, the less each costs. The others go one by one, beside them.
 */
export class Hand<Message> {
  readonly #ways: Ways<Message>;
  readonly #lanes: Lanes;
  /** Aggregates by how many of their messages go one by one, and are in a batch or wait for one. */
  readonly #single = new Map<string, number>();
  readonly #batched = new Map<string, number>();
  readonly #all = new Set<Message>();
  #waiting: Waiting<Message>[] = [];
  #timer: NodeJS.Timeout | undefined;
  #draining: Promise<void> | undefined;
  #batchEnd = Promise.withResolvers<void>();

  constructor(ways: Ways<Message>) {
    this.#ways = ways;
    this.#lanes = new Lanes(ways.concurrency);
  }

  /** Every message that is not finished. */
  get messages(): Iterable<Message> {
    return this.#all;
  }

  /** Takes a message; resolves when another one may come. */
  async take(message: Message): Promise<void> {
    const aggregate = this.#ways.aggregateOf(message);
    this.#all.add(message);
    if (this.#ways.isAlone(message) || this.#single.has(aggregate)) {
      await this.#lanes.free();
      this.#alone(message, aggregate);
      return;
    }
    count(this.#batched, aggregate, 1);
    this.#waiting.push({ message, until: performance.now() + this.#ways.mayWaitMs(message) });
    this.#goOn();
  }

  /** Resolves when nothing is left in hand. */
  async idle(): Promise<void> {
    while (this.#all.size > 0) {
      this.#hurry();
      await Promise.all([this.#draining, this.#lanes.idle()]);
    }
  }

  #alone(message: Message, aggregate: string): void {
    count(this.#single, aggregate, 1);
    if (this.#batched.has(aggregate)) this.#hurry();
    this.#lanes.put(aggregate, async () => {
      while (this.#batched.has(aggregate)) await this.#batchEnd.promise;
      await this.#ways.one(message);
      count(this.#single, aggregate, -1);
      this.#all.delete(message);
    });
  }

  /** Nothing waits any longer for others. */
  #hurry(): void {
    this.#waiting = this.#waiting.map(({ message }) => ({ message, until: 0 }));
    this.#goOn();
  }

  /** Begins a batch when it is time for one, and else looks again when it is. */
  #goOn(): void {
    if (this.#draining || this.#waiting.length === 0) return;
    clearTimeout(this.#timer);
    const restMs = this.#restMs();
    if (restMs <= 0) this.#draining = this.#drain();
    else this.#timer = setTimeout(() => this.#goOn(), restMs);
  }

  /** How long all that waits may still do so. */
  #restMs(): number {
    if (this.#waiting.length >= severalAtMost) return 0;
    return Math.min(...this.#waiting.map(({ until }) => until)) - performance.now();
  }

  async #drain(): Promise<void> {
    // What has come by now belongs together.
    await setImmediate();
    while (this.#waiting.length > 0 && this.#restMs() <= 0) {
      const messages = this.#nextBatch();
      await this.#ways.several(messages);
      for (const message of messages) {
        count(this.#batched, this.#ways.aggregateOf(message), -1);
        this.#all.delete(message);
      }
      this.#batchEnd.resolve();
      this.#batchEnd = Promise.withResolvers<void>();
    }
    // In the same turn as the look above: what comes from now on begins a new round.
    this.#draining = undefined;
    this.#goOn();
  }

  /** The first that wait of one agency; the others keep their order. */
  #nextBatch(): Message[] {
    const [first] = this.#waiting;
    const agency = first && this.#ways.agencyOf(first.message);
    const batch: Message[] = [];
    this.#waiting = this.#waiting.filter(({ message }) => {
      if (batch.length >= severalAtMost || this.#ways.agencyOf(message) !== agency) return true;
      batch.push(message);
      return false;
    });
    return batch;
  }
}

function count(counts: Map<string, number>, key: string, change: number): void {
  const now = (counts.get(key) ?? 0) + change;
  if (now === 0) counts.delete(key);
  else counts.set(key, now);
}
