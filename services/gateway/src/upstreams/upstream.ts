import { Pool } from 'undici';
import type { Config } from '../config.ts';

export const upstreamNames = [
  'identity',
  'crm',
  'booking',
  'itinerary',
  'finance',
  'notifications',
  'analytics',
] as const;

export type UpstreamName = (typeof upstreamNames)[number];

/** A service behind the gateway, with its kept-alive connections. */
export interface Upstream {
  readonly name: UpstreamName;
  readonly pool: Pool;
  /** Connections of answers that go on for as long as somebody listens: they never stand in the way of the others. */
  readonly streams: Pool;
  /** Milliseconds it may take to begin its answer. */
  readonly timeoutMs: number;
}

export type Upstreams = Readonly<Record<UpstreamName, Upstream>>;

const urls = {
  identity: 'IDENTITY_URL',
  crm: 'CRM_URL',
  booking: 'BOOKING_URL',
  itinerary: 'ITINERARY_URL',
  finance: 'FINANCE_URL',
  notifications: 'NOTIFICATIONS_URL',
  analytics: 'ANALYTICS_URL',
} as const satisfies Record<UpstreamName, keyof Config>;

/** Services give a sign of life every 10 s on answers that go on; what is silent for so long is dead. */
const longestSilenceMs = 35_000;

/** Opens a pool for each service; connections come with the first requests, and again after every loss. */
export function openUpstreams(config: Config): Upstreams {
  const open = (name: UpstreamName): Upstream => ({
    name,
    timeoutMs: config.REQUEST_TIMEOUT_MS,
    pool: new Pool(config[urls[name]], {
      connections: 128,
      pipelining: 1,
      connectTimeout: 2_000,
      // How long until an answer begins is watched by whoever waits for it: that time holds for the queue as well.
      headersTimeout: 0,
      bodyTimeout: config.REQUEST_TIMEOUT_MS,
      // A connection that lives on would never see the replicas that have come since.
      clientTtl: 60_000,
    }),
    streams: new Pool(config[urls[name]], {
      // As many as listen; services limit how many that are.
      connections: null,
      pipelining: 1,
      connectTimeout: 2_000,
      headersTimeout: 0,
      bodyTimeout: longestSilenceMs,
    }),
  });
  const entries = upstreamNames.map((name) => [name, open(name)] as const);
  return Object.fromEntries(entries) as Record<UpstreamName, Upstream>; // one for each name
}

/** Lets go of all connections, once nothing is in hand any more. */
export async function closeUpstreams(upstreams: Upstreams): Promise<void> {
  const pools = upstreamNames.flatMap((name) => [upstreams[name].pool, upstreams[name].streams]);
  await Promise.all(pools.map((pool) => pool.close()));
}
