import { createApi, newTraceId, type Api } from '../story/api.ts';
import type { Platform } from './config.ts';

export const rotationKinds = ['root-key', 'agency-key', 'data-keys'] as const;

export interface Wish {
  readonly kind: (typeof rotationKinds)[number];
  /** Services with a vault. */
  readonly services: readonly string[];
  /** Goes on with the rotation that began at this instant. */
  readonly since?: string;
  /** Steps at once, for one agency. */
  readonly parallel: number;
}

/** What a rotation came to. */
export interface Rotated {
  readonly agencies: number;
  readonly keys: number;
  readonly seconds: number;
}

interface Step {
  readonly done: number;
  readonly next: string | null;
  readonly finished: boolean;
}

/**
 * Rotates keys of every agency, service by service. The services do it and keep their keys; this only asks for the next step, so it can be ended at
 * any moment and begun again.
 * @param tell a line for people
 */
export async function rotate(platform: Platform, wish: Wish, tell: (line: string) => void): Promise<Rotated> {
  const operator = operatorOf(platform);
  const total = { agencies: 0, keys: 0 };
  const begun = performance.now();
  for (const service of wish.services) {
    const at = `/api/${service}/v1/vault-rotations`;
    const { startedAt, agencies } = await (
      await operator()
    ).post<{ startedAt: string; agencies: string[] }>(at);
    const since = wish.since ?? startedAt;
    tell(`${service}: ${agencies.length} agencies; to go on after an interruption: --since ${since}`);
    for (const agencyId of agencies) {
      const given = { kind: wish.kind, agencyId };
      const { due } = await (
        await operator()
      ).post<{ due: number }>(`${at}/beginnings`, { ...given, startedAt: since });
      const keys = await rotateAgency(
        async (after) => (await operator()).post<Step>(`${at}/steps`, { ...given, after }),
        wish.parallel,
      );
      if (due > 0) tell(`${service}: ${agencyId}: ${keys} keys`);
      total.keys += keys;
    }
    total.agencies += agencies.length;
  }
  return { ...total, seconds: (performance.now() - begun) / 1_000 };
}

/** Steps until nothing is left; what others held locked, or has to wait for its time, is asked for again. @returns how many keys */
async function rotateAgency(
  step: (after: string | null) => Promise<Step>,
  parallel: number,
): Promise<number> {
  const state = { keys: 0, finished: false };
  const work = async () => {
    for (let after: string | null = null; !state.finished;) {
      const { done, next, finished } = await step(after);
      state.keys += done;
      state.finished ||= finished;
      if (!finished && next === null && done === 0) await pause(1_000);
      after = next;
    }
  };
  await Promise.all(Array.from({ length: parallel }, work));
  return state.keys;
}

const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** The operator's token is good for five minutes; a new one is asked for in time. */
function operatorOf({ origin, operatorSecret }: Platform): () => Promise<Api> {
  const trace = newTraceId();
  const known: { api: Api | undefined; until: number } = { api: undefined, until: 0 };
  return async () => {
    if (known.api && performance.now() < known.until) return known.api;
    const { accessToken } = await createApi(origin, trace).post<{ accessToken: string }>(
      '/api/identity/v1/operator-sessions',
      { secret: operatorSecret },
    );
    known.api = createApi(origin, trace, accessToken);
    known.until = performance.now() + 200_000;
    return known.api;
  };
}
