import { setTimeout as pause } from 'node:timers/promises';
import type { ServiceName } from '@yitu/testkit/surroundings';
import type { History } from '../history/history.ts';
import type { OwnSystem } from '../system/own-system.ts';
import type { LoadedAgency, Role } from './agency.ts';

/** When each service answered a question that needs its database: milliseconds since the run began. */
export type Answers = ReadonlyMap<string, readonly number[]>;

const today = Temporal.Now.plainDateISO('Asia/Shanghai').toString();

/** Something small that each service knows only from its own database. */
const questions: Partial<Record<ServiceName, { readonly by: Role; readonly path: string }>> = {
  identity: { by: 'administrator', path: '/api/identity/v1/me' },
  crm: { by: 'sales', path: '/api/crm/v1/customers?limit=1' },
  booking: { by: 'sales', path: '/api/booking/v1/departures?limit=1' },
  itinerary: { by: 'sales', path: '/api/itinerary/v1/requests?limit=1' },
  finance: { by: 'cashier', path: '/api/finance/v1/payments?limit=1' },
  notifications: { by: 'reviewer', path: '/api/notifications/v1/inbox?limit=1' },
  analytics: { by: 'administrator', path: `/api/analytics/v1/sales?from=${today}&to=${today}` },
  gateway: { by: 'sales', path: '/livez' },
};

const patienceMs = 1_000;
/** Between two questions to one service; what is measured is no finer. */
const everyMs = 250;

/** Longer times without an answer are in the history. */
const worthNotingMs = 1_000;

export interface Watch {
  readonly system: OwnSystem;
  readonly agency: LoadedAgency;
  readonly history: History;
  readonly signal: AbortSignal;
}

/** Asks every service the same small question, over and over, until it is over. */
export async function watchAvailability(watch: Watch): Promise<Answers> {
  const asked = watch.system.services.map(async (service) => {
    const question = questions[service];
    return [service, question ? await askOn(watch, question) : []] as const;
  });
  return new Map(await Promise.all(asked));
}

async function askOn(
  { system, agency, history, signal }: Watch,
  { by, path }: { by: Role; path: string },
): Promise<number[]> {
  const account = agency.people[by];
  const answered: number[] = [];
  const seen = new Set<number>();
  while (!signal.aborted) {
    const status = await statusOf(`${system.origin}${path}`, account.token());
    if (status === 200) {
      const [last, now] = [answered.at(-1), history.now()];
      if (last !== undefined && now - last > worthNotingMs) history.note('no answer', { path, fromMs: last });
      answered.push(now);
    }
    if (status === 401) await account.renew().catch(() => undefined); // then it is asked again
    if (status >= 400 && status < 500 && !seen.has(status))
      history.note('unexpected answer', { path, status });
    seen.add(status);
    await pause(everyMs);
  }
  return answered;
}

/** 0 when no answer came. */
async function statusOf(url: string, token: string): Promise<number> {
  try {
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(patienceMs),
    });
    await response.body?.cancel();
    return response.status;
  } catch {
    return 0; // not to be had now: that is what is measured
  }
}
