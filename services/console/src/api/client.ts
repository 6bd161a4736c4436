import createClient, { type Middleware } from 'openapi-fetch';
import { sayFirstVersion } from './first-version.ts';
import { askGateway } from './gateway.ts';
import type { paths as Analytics } from './gen/analytics.ts';
import type { paths as Booking } from './gen/booking.ts';
import type { paths as Crm } from './gen/crm.ts';
import type { paths as Finance } from './gen/finance.ts';
import type { paths as Identity } from './gen/identity.ts';
import type { paths as Itinerary } from './gen/itinerary.ts';
import type { paths as Notifications } from './gen/notifications.ts';
import { refusalOf } from './refusal.ts';

const repeat: Middleware = { onRequest: ({ request }) => sayFirstVersion(request) };

const refuse: Middleware = {
  onResponse: async ({ response }) => {
    if (!response.ok) throw await refusalOf(response);
  },
};

function client<Paths extends object>(service: string) {
  const one = createClient<Paths>({ baseUrl: `${location.origin}/api/${service}`, fetch: askGateway });
  one.use(repeat, refuse);
  return one;
}

/** Every operation of every service, typed by the services' own documents: `api.booking.GET('/v1/orders', …)`. */
export const api = {
  identity: client<Identity>('identity'),
  crm: client<Crm>('crm'),
  booking: client<Booking>('booking'),
  itinerary: client<Itinerary>('itinerary'),
  finance: client<Finance>('finance'),
  notifications: client<Notifications>('notifications'),
  analytics: client<Analytics>('analytics'),
};

/** The answer to a call, read. @throws Refusal */
export async function answer<Data>(call: Promise<{ data?: Data }>): Promise<Data> {
  const { data } = await call;
  // A refusal was thrown before; an operation without content answers undefined, and is typed so.
  return data as Data;
}

/** The headers of a change: repeated with the same key it happens once; with a version it is refused when somebody was quicker. */
export function changing(key: string, version?: number): Record<string, string> {
  return { 'idempotency-key': key, ...(version !== undefined && { 'if-match': `"${version}"` }) };
}
