import { perform, type UnitOfWork } from '@yitu/persistence';
import { RememberedKeys } from '../remembered-keys.ts';
import type { VaultOptions } from '../vault.ts';
import { agencyKey } from './agency-key.ts';
import type { Kind, Means } from './batch.ts';
import { dataKeys } from './data-keys.ts';
import { rootKey } from './root-key.ts';

export const rotationKinds = ['root-key', 'agency-key', 'data-keys'] as const;

export type RotationKind = (typeof rotationKinds)[number];

const kinds: Readonly<Record<RotationKind, Kind>> = {
  'root-key': rootKey,
  'agency-key': agencyKey,
  'data-keys': dataKeys,
};

/** What a step of a rotation did. */
export interface RotationStep {
  readonly done: number;
  /** Where to go on; null from the beginning. */
  readonly next: string | null;
  readonly finished: boolean;
}

/** Keys made new while everything is in use. Where it stands is in the rows: whoever was interrupted goes on with the next step. */
export interface Rotation {
  /** The moment that makes a repeated beginning the same one, and the agencies to visit. */
  start(): Promise<{ startedAt: string; agencies: string[] }>;
  /** Makes an agency's new key. @returns how many keys are due to follow */
  begin(kind: RotationKind, agencyId: string, startedAt: Temporal.Instant): Promise<number>;
  /** Works for some seconds, in short transactions. */
  step(kind: RotationKind, agencyId: string, after: string | null): Promise<RotationStep>;
}

/** Shorter than any deadline on the way here. */
const stepMs = 3_000;

export function rotationOf({ database, clock, source, tables }: VaultOptions): Rotation {
  const means: Means = { source, tables, remembered: new RememberedKeys(source, database.service) };
  const within = <Result>(agencyId: string, work: (uow: UnitOfWork) => Promise<Result>) => {
    const member = { kind: 'service', service: database.service, agencyId } as const;
    const scope = { member, reach: 'agency', action: `${database.service}.vault.rotate` } as const;
    return perform({ database, clock, principal: member }, scope, work);
  };
  return {
    start: async () => {
      const { rows } = await database.pool.query<{ id: string }>(
        `select id from "${database.service}".vault_agencies() as id`,
      );
      return { startedAt: clock.now().toString(), agencies: rows.map(({ id }) => id) };
    },
    begin: (kind, agencyId, startedAt) =>
      within(agencyId, async (uow) => {
        await kinds[kind].begin(uow, means, startedAt);
        return kinds[kind].due(uow, means);
      }),
    step: async (kind, agencyId, after) => {
      const deadline = performance.now() + stepMs;
      const state = { done: 0, next: after, finished: false };
      do {
        const batch = await within(agencyId, (uow) => kinds[kind].batch(uow, means, state.next));
        state.done += batch.done;
        state.next = batch.next;
        state.finished = batch.finished;
        // At the end what others held locked is left, or retired keys wait for their time: the caller comes again.
      } while (!state.finished && state.next !== null && performance.now() < deadline);
      return state;
    },
  };
}
