import type { UnitOfWork } from '@yitu/persistence';
import type { KeySource } from '../key-source.ts';
import type { RememberedKeys } from '../remembered-keys.ts';
import type { SealedTable } from '../sealed-table.ts';

/** What a rotation works with. */
export interface Means {
  readonly source: KeySource;
  readonly remembered: RememberedKeys;
  readonly tables: readonly SealedTable[];
}

/** What one transaction of a rotation did. */
export interface Batch {
  /** Keys that are new, or wrapped by a new key, now. */
  readonly done: number;
  /** The person it came to; null at the end, where what was locked is looked for from the beginning. */
  readonly next: string | null;
  /** Nothing is left that needs an old key, and the old keys are gone. */
  readonly finished: boolean;
}

/** One kind of rotation: `begin` makes the new key, `batch` brings some of what is under an old one under the new one. */
export interface Kind {
  begin(uow: UnitOfWork, means: Means, startedAt: Temporal.Instant): Promise<void>;
  /** How much there is to do. */
  due(uow: UnitOfWork, means: Means): Promise<number>;
  batch(uow: UnitOfWork, means: Means, after: string | null): Promise<Batch>;
}

/** Persons in one transaction: long enough to be quick, short enough that a writer hardly waits. */
export const batchSize = 500;

export const fromTheStart = '00000000-0000-0000-0000-000000000000';
