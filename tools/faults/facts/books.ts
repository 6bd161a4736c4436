import pg from 'pg';
import type { ServiceName } from '@yitu/testkit/surroundings';
import type { ConsumerSeen, LimitSample, OutboxRow, SeatSample } from './facts.ts';
import type { Durable } from './read-stream.ts';

/** What no door shows: read from the database, as its administrator. */
export interface Books {
  /** All seats of an agency in one state of the database. */
  seats(agencyId: string, atMs: number): Promise<SeatSample[]>;
  /** All that counts against a limit, in one state of the database. */
  limits(agencyId: string, atMs: number): Promise<LimitSample[]>;
  outbox(agencyId: string, now: Temporal.Instant): Promise<OutboxRow[]>;
  /** Messages of anybody that should have been published by now. */
  unpublished(now: Temporal.Instant): Promise<number>;
  /** Orders of an agency that wait although their time is over. */
  overdueHolds(agencyId: string, now: Temporal.Instant): Promise<number>;
  consumers(agencyId: string, durables: readonly Durable[]): Promise<ConsumerSeen[]>;
  quarantined(agencyId: string): Promise<string[]>;
  /** Any statement. */
  run(sql: string, parameters?: readonly unknown[]): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

const seats = `
  select departures.id as "departureId", capacity, remaining,
    kept_for_waiting + (select coalesce(sum(seats), 0)::integer from booking.waiting_entries
     where agency_id = departures.agency_id and departure_id = departures.id and state = 'offered') + (select coalesce(sum(seats), 0)::integer from booking.orders
     where agency_id = departures.agency_id and departure_id = departures.id and orders.state not in ('cancelled', 'expired')) as taken
  from booking.departures where agency_id = $1`;

const limits = `
  select 'coupon' as of, id, total_limit::text as limit, redeemed::text as counted,
    (select count(*) from booking.coupon_redemptions uses
     where uses.agency_id = campaigns.agency_id and campaign_id = campaigns.id and given_back_at is null)::text as noted
  from booking.coupon_campaigns campaigns where agency_id = $1
  union all
  select 'credit', branch_id, credit_limit::text, used::text,
    (select coalesce(sum(amount), 0) from booking.credit_uses uses
     where uses.agency_id = credits.agency_id and uses.branch_id = credits.branch_id and uses.currency = credits.currency and released_at is null)::text
  from booking.branch_credits credits where agency_id = $1 and credit_limit is not null`;

interface LimitRow extends Pick<LimitSample, 'of' | 'id'> {
  readonly limit: string;
  readonly counted: string;
  readonly noted: string;
}

const limitSample = ({ limit, counted, noted, ...row }: LimitRow, atMs: number): LimitSample => ({
  ...{ ...row, atMs, limit: BigInt(limit), counted: BigInt(counted), noted: BigInt(noted) },
});

/** @param services those that run @param databaseUrl the administrator's */
export function openBooks(databaseUrl: string, services: readonly ServiceName[]): Books {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2, connectionTimeoutMillis: 2_000 });
  pool.on('error', () => undefined); // the server is struck too: the next question finds a new connection
  const rows = async <Row extends object>(sql: string, parameters: readonly unknown[] = []) =>
    (await pool.query<Row>(sql, [...parameters])).rows;
  const owning = services.filter((name) => name !== 'gateway');
  const ofEach = async <Row extends object>(sqlOf: (service: string) => string, parameters: unknown[]) =>
    rows<Row>(owning.map(sqlOf).join(' union all '), parameters);
  return {
    seats: async (agencyId, atMs) =>
      (await rows<Omit<SeatSample, 'atMs'>>(seats, [agencyId])).map((row) => ({ ...row, atMs })),
    limits: async (agencyId, atMs) =>
      (await rows<LimitRow>(limits, [agencyId])).map((row) => limitSample(row, atMs)),
    outbox: (agencyId, now) =>
      ofEach<OutboxRow>(
        (service) =>
          `select '${service}' as service, id, subject, aggregate_id as "aggregateId", published_at is not null as published,
             not_before <= $2 as due from "${service}".outbox where agency_id = $1`,
        [agencyId, now.toString()],
      ),
    unpublished: async (now) => {
      const counts = await ofEach<{ waiting: number }>(
        (service) =>
          `select count(*)::integer as waiting from "${service}".outbox where published_at is null and not_before <= $1`,
        [now.toString()],
      );
      return counts.reduce((sum, { waiting }) => sum + waiting, 0);
    },
    overdueHolds: async (agencyId, now) => {
      const [row] = await rows<{ count: number }>(
        `select count(*)::integer as count from booking.orders
         where agency_id = $1 and state not in ('cancelled', 'expired') and hold_expires_at < $2`,
        [agencyId, now.toString()],
      );
      return row?.count ?? 0;
    },
    consumers: (agencyId, durables) => readConsumers(rows, agencyId, durables, owning),
    quarantined: async (agencyId) => {
      const found = await ofEach<{ text: string }>(
        (service) =>
          `select '${service} ' || subject || ': ' || error as text from "${service}".quarantine where agency_id = $1`,
        [agencyId],
      );
      return found.map(({ text }) => text);
    },
    run: rows,
    close: () => pool.end(),
  };
}

type Rows = <Row extends object>(sql: string, parameters?: readonly unknown[]) => Promise<Row[]>;

/** Durables are named `<service>-event-<service>-<noun>`; timers stand in no stream that others read. */
async function readConsumers(
  rows: Rows,
  agencyId: string,
  durables: readonly Durable[],
  services: readonly string[],
): Promise<ConsumerSeen[]> {
  const inboxes = new Map<string, ReadonlySet<string>>();
  for (const service of services) {
    const sql = `select event_id as id from "${service}".inbox where agency_id = $1`;
    inboxes.set(service, new Set((await rows<{ id: string }>(sql, [agencyId])).map(({ id }) => id)));
  }
  return durables.flatMap(({ name: durable, subjects }) => {
    const [service = ''] = durable.split('-event-');
    const eventIds = inboxes.get(service);
    return eventIds && durable.includes('-event-') ? [{ service, durable, subjects, eventIds }] : [];
  });
}
