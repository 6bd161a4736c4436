import type { KeyObject } from 'node:crypto';
import { SealBroken, vaultErrors } from './errors.ts';
import type { KeySource, WrappedKey } from './key-source.ts';

/** An agency's key as its row holds it. */
export interface AgencyKeyRow {
  readonly purpose: 'wrapping' | 'index';
  readonly version: number;
  readonly root_key_id: string;
  readonly wrapped: string;
}

const limits = { keys: 10_000, milliseconds: 300_000 };

interface Entry {
  readonly key: Promise<KeyObject>;
  readonly since: number;
}

/**
 * Agencies' unwrapped keys, kept in memory for five minutes, so that a KMS is not asked at every request. Found by the wrapped text itself: a row
 * that is gone or was wrapped again leads to nothing old. Data keys of persons are never kept: each use reads its row, so an erasure is in force
 * in every replica with its commit.
 */
export class RememberedKeys {
  readonly #source: KeySource;
  readonly #service: string;
  readonly #entries = new Map<string, Entry>();

  constructor(source: KeySource, service: string) {
    this.#source = source;
    this.#service = service;
  }

  /** @throws SealBroken, vault/keys-unavailable */
  unwrap(agencyId: string, row: AgencyKeyRow): Promise<KeyObject> {
    const id = [agencyId, row.purpose, row.version, row.root_key_id, row.wrapped].join(' ');
    const known = this.#entries.get(id);
    if (known && performance.now() - known.since < limits.milliseconds) return known.key;
    const context = this.context(agencyId, row);
    const wrapped: WrappedKey = { rootKeyId: row.root_key_id, wrapped: row.wrapped };
    const key = this.#source.unwrap(context, wrapped).catch((cause: unknown) => {
      if (this.#entries.get(id)?.key === key) this.#entries.delete(id);
      throw cause instanceof SealBroken ? cause : vaultErrors.keysUnavailable({ cause });
    });
    this.#forgetOld();
    this.#entries.delete(id); // so that entries stand in the order of their age
    this.#entries.set(id, { key, since: performance.now() });
    return key;
  }

  /** Lets go of what is older than its time, also of agencies nobody asks for any more, and of the oldest when there are too many. */
  #forgetOld(): void {
    const oldest = performance.now() - limits.milliseconds;
    for (const [id, { since }] of this.#entries) {
      if (since > oldest && this.#entries.size < limits.keys) return;
      this.#entries.delete(id);
    }
  }

  /** @throws vault/keys-unavailable */
  wrap(
    agencyId: string,
    row: Pick<AgencyKeyRow, 'purpose' | 'version'>,
    key: KeyObject,
  ): Promise<WrappedKey> {
    return this.#source.wrap(this.context(agencyId, row), key).catch((cause: unknown) => {
      throw vaultErrors.keysUnavailable({ cause });
    });
  }

  /** What an agency's key is bound to at the root: its agency, its service, its purpose and version. */
  context(agencyId: string, { purpose, version }: Pick<AgencyKeyRow, 'purpose' | 'version'>) {
    return { agency: agencyId, service: this.#service, purpose, version: String(version) };
  }
}
