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
    const { agencies, keys } = await rotateService(operator, service, wish, tell);
    total.agencies += agencies;
    total.keys += keys;
  }
  return { ...total, seconds: (performance.now() - begun) / 1_000 };
}

async function rotateService(
  operator: () => Promise<Api>,
  service: string,
  { kind, since, parallel }: Wish,
  tell: (line: string) => void,
): Promise<{ agencies: number; keys: number }> {
  const at = `/api/${service}/v1/vault-rotations`;
  const started = await (await operator()).post<{ startedAt: string; agencies: string[] }>(at);
  const startedAt = since ?? started.startedAt;
  tell(
    `${service}: ${started.agencies.length} agencies; to go on after an interruption: --since ${startedAt}`,
  );
  for (const agencyId of started.agencies)
    await (await operator()).post(`${at}/beginnings`, { kind, agencyId, startedAt });
  let keys = 0;
  // Rounds: what others held locked, or has to wait for its time, is asked for again after all others had their turn.
  for (let left = started.agencies; left.length > 0;) {
    const unfinished: string[] = [];
    for (const agencyId of left) {
      const step = async (after: string | null) =>
        (await operator()).post<Step>(`${at}/steps`, { kind, agencyId, after });
      const round = await workThrough(step, parallel);
      keys += round.keys;
      if (round.keys > 0) tell(`${service}: ${agencyId}: ${round.keys} keys`);
      if (!round.finished) unfinished.push(agencyId);
    }
    left = unfinished;
    if (left.length > 0) await pause(1_000);
  }
  return { agencies: started.agencies.length, keys };
}

/** Steps through one agency, several at once, until there is nothing to do just now. */
async function workThrough(
  step: (after: string | null) => Promise<Step>,
  parallel: number,
): Promise<{ keys: number; finished: boolean }> {
  const state = { keys: 0, finished: false };
  const work = async () => {
    for (let after: string | null = null, more = true; more && !state.finished;) {
      const { done, next, finished } = await step(after);
      state.keys += done;
      state.finished ||= finished;
      more = next !== null;
      after = next;
    }
  };
  await Promise.all(Array.from({ length: parallel }, work));
  return state;
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
