import type { Pool, PoolClient } from 'pg';

/** A message that waits to be published. */
export interface PendingMessage {
  readonly agencyId: string;
  readonly id: string;
  readonly occurredAt: string;
  readonly subject: string;
  readonly aggregateId: string;
  readonly aggregateVersion: number;
  readonly envelope: string;
}

/**
 * The messages that are due, oldest first. Claimed by state, never by a cursor over ids: ids do not commit in their order.
 * @param client a connection of the worker role that holds the relay's lock
 */
export async function pendingMessages(
  client: PoolClient,
  service: string,
  now: Temporal.Instant,
  limit: number,
): Promise<PendingMessage[]> {
  const { rows } = await client.query<PendingMessage>({
    name: 'pending-messages',
    text: `select agency_id as "agencyId", id, occurred_at::text as "occurredAt", subject, aggregate_id as "aggregateId",
            aggregate_version as "aggregateVersion", envelope
     from "${service}".outbox where published_at is null and not_before <= $1
     order by not_before, aggregate_version limit $2`,
    values: [now.toString(), limit],
  });
  return rows;
}

/** Notes that the bus has stored the messages. */
export async function markPublished(
  client: PoolClient,
  service: string,
  messages: readonly PendingMessage[],
): Promise<void> {
  await client.query({
    name: 'mark-published',
    text: `update "${service}".outbox set published_at = now()
     from unnest($1::uuid[], $2::timestamptz[], $3::uuid[]) as done (agency_id, occurred_at, id)
     where outbox.agency_id = done.agency_id and outbox.occurred_at = done.occurred_at and outbox.id = done.id`,
    values: [messages.map((m) => m.agencyId), messages.map((m) => m.occurredAt), messages.map((m) => m.id)],
  });
}

/** Seconds the oldest due message has waited; 0 when none waits. */
export async function outboxLag(pool: Pool, service: string, now: Temporal.Instant): Promise<number> {
  const { rows } = await pool.query<{ lag: number | null }>(
    `select extract(epoch from $1::timestamptz - min(not_before))::float8 as lag
     from "${service}".outbox where published_at is null and not_before <= $1`,
    [now.toString()],
  );
  return Math.max(0, rows[0]?.lag ?? 0);
}
