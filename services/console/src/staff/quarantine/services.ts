import { answer, api, changing } from '../../api/client.ts';
import type { Permission } from '../../api/gen/permissions.ts';

const path = '/v1/quarantine';
const replayPath = '/v1/quarantine/{id}/replay';

const at = (id: string, key: string) => ({ params: { path: { id } }, body: {}, headers: changing(key) });

/** Every service keeps its own quarantine, and all in the same way. */
export const quarantines = {
  identity: {
    ask: (signal: AbortSignal) => answer(api.identity.GET(path, { signal })),
    replay: (id: string, key: string) => answer(api.identity.POST(replayPath, at(id, key))),
  },
  crm: {
    ask: (signal: AbortSignal) => answer(api.crm.GET(path, { signal })),
    replay: (id: string, key: string) => answer(api.crm.POST(replayPath, at(id, key))),
  },
  booking: {
    ask: (signal: AbortSignal) => answer(api.booking.GET(path, { signal })),
    replay: (id: string, key: string) => answer(api.booking.POST(replayPath, at(id, key))),
  },
  itinerary: {
    ask: (signal: AbortSignal) => answer(api.itinerary.GET(path, { signal })),
    replay: (id: string, key: string) => answer(api.itinerary.POST(replayPath, at(id, key))),
  },
  finance: {
    ask: (signal: AbortSignal) => answer(api.finance.GET(path, { signal })),
    replay: (id: string, key: string) => answer(api.finance.POST(replayPath, at(id, key))),
  },
  notifications: {
    ask: (signal: AbortSignal) => answer(api.notifications.GET(path, { signal })),
    replay: (id: string, key: string) => answer(api.notifications.POST(replayPath, at(id, key))),
  },
  analytics: {
    ask: (signal: AbortSignal) => answer(api.analytics.GET(path, { signal })),
    replay: (id: string, key: string) => answer(api.analytics.POST(replayPath, at(id, key))),
  },
};

export type Service = keyof typeof quarantines;
export type Held = Awaited<ReturnType<(typeof quarantines)['crm']['ask']>>['messages'][number];

export const services = Object.keys(quarantines) as Service[]; // the keys of the object above

/** Some services' own permissions, all named alike. */
export const mayRead = (service: Service): Permission => `${service}.quarantine.read`;
export const mayReplay = (service: Service): Permission => `${service}.quarantine.replay`;
