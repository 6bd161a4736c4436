import { answer, api } from '../../api/client.ts';
import type { TaskObject } from '../../api/gen/booking.ts';
import { pageSize } from '../../patterns/list-page.tsx';
import { listedAlone } from './task-kinds.ts';

interface Found {
  readonly objects: readonly TaskObject[];
  readonly next: string | null;
}

interface TaskList {
  readonly service: keyof typeof listedAlone;
  readonly load: (asked: { readonly after?: string }, signal: AbortSignal) => Promise<Found>;
}

/** Who lists all of a kind of work; undefined of one that has another list. */
export function taskListOf(kind: string): TaskList | undefined {
  const about = <Kind extends string>(one: Kind, query: object, signal: AbortSignal) => ({
    params: { path: { kind: one }, query: { ...query, limit: pageSize } },
    signal,
  });
  const ofBooking = listedAlone.booking.find((one) => one === kind);
  if (ofBooking)
    return {
      service: 'booking',
      load: (query, signal) => answer(api.booking.GET('/v1/tasks/{kind}', about(ofBooking, query, signal))),
    };
  const ofItinerary = listedAlone.itinerary.find((one) => one === kind);
  if (ofItinerary)
    return {
      service: 'itinerary',
      load: (query, signal) =>
        answer(api.itinerary.GET('/v1/tasks/{kind}', about(ofItinerary, query, signal))),
    };
  const ofIdentity = listedAlone.identity.find((one) => one === kind);
  return (
    ofIdentity && {
      service: 'identity',
      load: (query, signal) => answer(api.identity.GET('/v1/tasks/{kind}', about(ofIdentity, query, signal))),
    }
  );
}
