import type { AskAgain, Person } from '@yitu/access';
import { decodeEnvelope, MalformedEvent, type Envelope } from '@yitu/contracts';
import { DomainError, newId } from '@yitu/kernel';
import { startListener, type Listener } from '@yitu/messaging';
import type { EventStream, Foundation } from '@yitu/runtime';
import { errors } from '../errors.ts';
import { learnOrder, maySee, type Theirs } from './may-see.ts';
import { nouns } from './nouns.ts';

/** Somebody who wants to watch. */
export interface Watch {
  readonly person: Person;
  /** What they want to watch; every one of them is known. */
  readonly names: readonly string[];
  readonly theirs: Theirs;
  /** When their token ends, in milliseconds since 1970. */
  readonly until: number;
  /** They come again: what happened meanwhile they have missed. */
  readonly again: boolean;
}

interface Watcher extends Watch {
  person: Person;
  readonly stream: EventStream;
  /** Not before they know that events arrive. */
  ready: boolean;
  /** Something may have passed that they were not told: they are to ask for everything anew. */
  missed: boolean;
  asking: boolean;
}

const limits = {
  /** Streams of one person: tabs and devices. */
  perPerson: 20,
  /** Streams of one process. */
  all: 10_000,
  /** How often everybody's session is looked at; a look costs nothing as long as nothing has changed. */
  lookEveryMs: 400,
  /** Of so many looks one, while events of changed access do not arrive: each look asks identity then, and nobody is told anything. */
  blindLooks: 25,
};

/** Everybody who watches through this process, and what they are told. */
export class Watchers {
  readonly #all = new Set<Watcher>();
  /** By `evt.<agency>.<service>.<noun>`, `hnt.…` for hints. */
  readonly #bySubject = new Map<string, Set<Watcher>>();
  readonly #listener: Listener;
  readonly #askAgain: AskAgain;
  readonly #log: Foundation['log'];
  readonly #looking: NodeJS.Timeout;
  #looks = 0;

  constructor({ bus, log, askAgain }: Pick<Foundation, 'bus' | 'log' | 'askAgain'>) {
    this.#askAgain = askAgain;
    this.#log = log;
    this.#listener = startListener({
      bus,
      log,
      onMessage: (subject, text) => this.#pass(subject, text),
      onHearing: (hearing) => this.#changeHearing(hearing),
    });
    this.#looking = setInterval(() => this.#look(), limits.lookEveryMs);
  }

  /** @throws notifications/too-many-streams */
  requireRoom({ agencyId, userId }: Person): void {
    const own = this.#all
      .values()
      .filter(({ person }) => person.userId === userId && person.agencyId === agencyId);
    if (this.#all.size >= limits.all || own.toArray().length >= limits.perPerson)
      throw errors.tooManyStreams({ retryAfterSeconds: 30 });
  }

  /** Tells somebody of what they may see from now on, until one of the two ends it. */
  add(watch: Watch, stream: EventStream): void {
    const watcher: Watcher = { ...watch, stream, ready: false, missed: watch.again, asking: false };
    const subjects = watch.names.map((name) => subjectOf(watch.person.agencyId, name));
    this.#all.add(watcher);
    for (const subject of subjects) {
      const watching = this.#bySubject.get(subject) ?? new Set();
      this.#bySubject.set(subject, watching.add(watcher));
    }
    stream.onEnd(() => this.#remove(watcher, subjects));
    void this.#begin(watcher, subjects);
  }

  stop(): Promise<void> {
    clearInterval(this.#looking);
    this.#listener.stop();
    for (const { stream } of this.#all) stream.end();
    return Promise.resolve();
  }

  async #begin(watcher: Watcher, subjects: readonly string[]): Promise<void> {
    await Promise.all(subjects.map((subject) => this.#listener.listen(`${subject}.>`)));
    watcher.ready = true;
    watcher.stream.send({ event: 'ready', id: newId(), data: { watching: watcher.names } });
    this.#catchUp(watcher);
  }

  #remove(watcher: Watcher, subjects: readonly string[]): void {
    this.#all.delete(watcher);
    for (const subject of subjects) {
      const watching = this.#bySubject.get(subject);
      watching?.delete(watcher);
      if (watching?.size === 0) this.#bySubject.delete(subject);
      this.#listener.leave(`${subject}.>`);
    }
  }

  #pass(subject: string, text: () => string): void {
    const parts = subject.split('.');
    const watching = this.#bySubject.get(parts.slice(0, 4).join('.'));
    if (!watching) return;
    const event = this.#read(subject, text());
    if (!event) return;
    for (const watcher of watching) if (watcher.ready && !watcher.missed) tell(watcher, event);
  }

  #read(subject: string, text: string): Envelope | undefined {
    try {
      return decodeEnvelope(text);
    } catch (error) {
      if (!(error instanceof MalformedEvent)) throw error;
      this.#log.warn({ err: error, subject }, 'what is no event is told to nobody');
      return undefined;
    }
  }

  #changeHearing(hearing: boolean): void {
    for (const watcher of this.#all) if (watcher.ready) watcher.missed = true;
    if (hearing) for (const watcher of this.#all) void this.#check(watcher);
  }

  #look(): void {
    this.#looks += 1;
    if (!this.#listener.hears() && this.#looks % limits.blindLooks !== 0) return;
    for (const watcher of this.#all) void this.#check(watcher);
  }

  /** Whoever may no longer be here is let go; nobody is told anything whose session cannot be looked at. */
  async #check(watcher: Watcher): Promise<void> {
    if (watcher.asking) return;
    if (Date.now() >= watcher.until) return watcher.stream.end();
    watcher.asking = true;
    try {
      watcher.person = await this.#askAgain(watcher.person);
      if (watcher.missed) this.#catchUp(watcher);
    } catch (error) {
      if (error instanceof DomainError && error.status === 401) watcher.stream.end();
      else if (error instanceof DomainError) watcher.missed = true;
      else throw error;
    } finally {
      watcher.asking = false;
    }
  }

  #catchUp(watcher: Watcher): void {
    if (!watcher.ready || !watcher.missed || !this.#listener.hears()) return;
    watcher.missed = false;
    watcher.stream.send({ event: 'reload', id: newId(), data: {} });
  }
}

function subjectOf(agencyId: string, name: string): string {
  const { stream = name, hinted } = nouns.get(name) ?? {};
  return `${hinted ? 'hnt' : 'evt'}.${agencyId}.${stream}`;
}

function tell(watcher: Watcher, event: Envelope): void {
  const { person, names, theirs, stream } = watcher;
  const [service = '', eventNoun = '', what = ''] = event.type.split('.');
  const name = names.find((one) => nouns.get(one)?.stream === `${service}.${eventNoun}`);
  const watched = name === undefined ? undefined : nouns.get(name);
  if (!name || !watched || !maySee(person, watched, event, theirs)) return;
  learnOrder(person, event, theirs);
  const { id, subject, time, aggregateversion: version } = event;
  const noun = name.slice(service.length + 1);
  stream.send({ event: 'changed', id, data: { service, noun, id: subject, what, version, at: time } });
}
