import { accessErrors } from './errors.ts';
import type { Account, Grant } from './principal.ts';

/** What identity answers about a session. */
export interface AccessDescription {
  readonly active: boolean;
  readonly userId: string;
  readonly account?: Account;
  readonly branchId: string;
  readonly branchIds: readonly string[];
  readonly grants: readonly Grant[];
  readonly denials: readonly string[];
  /** Milliseconds until a grant among them ends; left out when none does. */
  readonly validForMs?: number;
}

/** Asks identity; rejects with access/identity-unavailable when it cannot be reached. */
export type AskAccess = (agencyId: string, sessionId: string) => Promise<AccessDescription>;

interface Entry {
  agencyId: string;
  answer: Promise<AccessDescription>;
  userId?: string;
  askedAt: number;
  validForMs?: number;
}

/**
 * What sessions may do, remembered so that not every request asks identity. Events throw away what has changed; while they do not arrive,
 * answers are kept for `blindMs` only, so that an ended session stays ended without them.
 */
export class AccessDirectory {
  readonly #entries = new Map<string, Entry>();
  readonly #ask: AskAccess;
  readonly #fresh: { seeingMs: number; blindMs: number };
  #seeing = false;

  constructor(ask: AskAccess, fresh = { seeingMs: 60_000, blindMs: 500 }) {
    this.#ask = ask;
    this.#fresh = fresh;
  }

  /** @throws access/session-ended, access/identity-unavailable */
  async describe(agencyId: string, sessionId: string): Promise<AccessDescription> {
    const access = await this.#entry(agencyId, sessionId).answer;
    if (!access.active) throw accessErrors.sessionEnded();
    return access;
  }

  /** Says whether invalidating events arrive. Nothing from before a gap is trusted after it. */
  setSeeing(seeing: boolean): void {
    if (seeing && !this.#seeing) this.#entries.clear();
    this.#seeing = seeing;
  }

  forgetSession(sessionId: string): void {
    this.#entries.delete(sessionId);
  }

  /** Also drops questions under way: their answer may be from before the change. */
  forgetUser(userId: string): void {
    for (const [sessionId, entry] of this.#entries)
      if (entry.userId === userId || entry.userId === undefined) this.#entries.delete(sessionId);
  }

  /** What everybody of an agency may do has changed: a branch was opened, or moved; the agency was suspended. */
  forgetAgency(agencyId: string): void {
    for (const [sessionId, entry] of this.#entries)
      if (entry.agencyId === agencyId) this.#entries.delete(sessionId);
  }

  #entry(agencyId: string, sessionId: string): Entry {
    const known = this.#entries.get(sessionId);
    if (known && performance.now() - known.askedAt < this.#freshMs(known)) return known;
    const entry: Entry = { agencyId, answer: this.#ask(agencyId, sessionId), askedAt: performance.now() };
    if (this.#entries.size >= 20_000) this.#entries.clear();
    this.#entries.set(sessionId, entry);
    entry.answer.then(
      (access) => {
        entry.userId = access.userId;
        if (access.validForMs !== undefined) entry.validForMs = access.validForMs;
      },
      () => {
        if (this.#entries.get(sessionId) === entry) this.#entries.delete(sessionId);
      },
    );
    return entry;
  }

  #freshMs({ validForMs = Infinity }: Entry): number {
    return Math.min(validForMs, this.#seeing ? this.#fresh.seeingMs : this.#fresh.blindMs);
  }
}
