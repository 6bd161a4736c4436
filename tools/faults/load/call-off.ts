import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '@yitu/kernel';
import type { History } from '../history/history.ts';
import type { LoadedAgency } from './agency.ts';
import { perform } from './perform.ts';

interface Calling {
  readonly origin: string;
  readonly agency: LoadedAgency;
  readonly history: History;
  readonly signal: AbortSignal;
  /** Between one and the next, and before the first. */
  readonly everyMs: number;
}

interface Looked {
  readonly version: number;
  readonly state: string;
}

/** Calls off the departures that are meant to be, one after the other: their orders without money end, their customers choose. */
export async function callOff({ agency, history, signal, origin, everyMs }: Calling): Promise<void> {
  for (const { id } of agency.departures.filter(({ doomed }) => doomed)) {
    const waited = await pause(everyMs, true, { signal }).catch(() => false);
    if (!waited) return;
    while (!signal.aborted && !(await calledOff({ origin, agency, history }, id))) await pause(500);
    agency.calledOff.add(id);
  }
}

async function calledOff(
  { origin, agency, history }: Pick<Calling, 'origin' | 'agency' | 'history'>,
  departureId: string,
): Promise<boolean> {
  const path = `/api/booking/v1/departures/${departureId}`;
  const now = await agency.people.reviewer
    .api()
    .get<Looked>(path)
    .catch(() => undefined); // asked again
  if (!now) return false;
  if (now.state === 'cancelled') return true;
  const id = newId();
  const body = { reason: `Too few (${id})`, cause: 'minimum-group' };
  await perform(
    { origin, agency, history },
    {
      ...{ id, client: -1, times: 2 },
      asked: { method: 'POST', path: `${path}/cancellation`, version: now.version, body },
      operation: {
        ...{ name: 'call-off', event: 'booking.departure.cancelled.v1', by: 'reviewer' },
        claim: (answer) => ({
          ...{ kind: 'departure', departureId: String(answer['id']) },
          version: Number(answer['version']),
        }),
      },
    },
  );
  return false; // a look shows it
}
