import { encodeEnvelope, events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import type pg from 'pg';

/** Those the events are about: an agency of the run's own, one of its branches, whoever sells there. */
export interface Told {
  readonly agencyId: string;
  readonly branchId: string;
  readonly authorId: string;
}

const kind = events.orderPlaced;

/**
 * Commits events of orders that exist for those who listen alone, as booking's own transactions put them into its outbox, all in one transaction.
 * Booking itself cannot place a thousand orders a second on a small machine, and what is measured begins at the commit.
 * @returns their ids
 */
export async function commitEvents(client: pg.ClientBase, told: Told, count: number): Promise<string[]> {
  const now = Temporal.Now.instant().toString();
  const rows = Array.from({ length: count }, () => rowOf(told, now));
  await client.query({
    name: 's3-commit',
    text: `insert into booking.outbox (agency_id, occurred_at, id, subject, aggregate_id, aggregate_version, envelope, not_before)
     select $1, $2, id, $3, aggregate_id, 1, envelope, $2
     from unnest($4::uuid[], $5::uuid[], $6::text[]) as event (id, aggregate_id, envelope)`,
    values: [
      told.agencyId,
      now,
      kind.subject(told.agencyId),
      rows.map(({ id }) => id),
      rows.map(({ orderId }) => orderId),
      rows.map(({ envelope }) => envelope),
    ],
  });
  return rows.map(({ id }) => id);
}

function rowOf({ agencyId, branchId, authorId }: Told, now: string) {
  const [id, orderId] = [newId(), newId()];
  const order = {
    ...{ orderId, number: `S3-${id.slice(-12)}`, branchId, authorId, seats: 2, holdExpiresAt: now },
    ...{ customerId: newId(), departureId: newId(), productId: newId() },
    total: { amount: 200_000n, currency: 'CNY' },
  };
  const envelope = encodeEnvelope({
    ...{ id, type: kind.type, source: `/yitu/${kind.service}`, subject: orderId, time: now },
    ...{ agencyid: agencyId, aggregateversion: 1, data: kind.codec.toJSON(order) },
  });
  return { id, orderId, envelope };
}
