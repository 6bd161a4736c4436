import { jetstream } from '@nats-io/jetstream';
import { headers } from '@nats-io/transport-node';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { floorSchema } from '../floor/statement.ts';
import { setting } from './config.ts';
import { connectTo, stream } from './stream.ts';

interface Message {
  readonly id: string;
  readonly agency_id: string;
  readonly occurred_at: string;
  readonly envelope: string;
}

/** As the services' relays: what comes alone goes at once, of what comes all the time more goes together. */
const betweenBatchesMs = 8;

const client = new pg.Client({
  connectionString: setting('BARE_DATABASE_URL'),
  application_name: 'yitu-load-bare',
});
await client.connect();
const streams = jetstream(await connectTo(setting('BARE_NATS_URL')));

const pending = {
  name: 'pending',
  text: `select id, agency_id, occurred_at::text, envelope from ${floorSchema}.outbox
         where published_at is null and not_before <= now() order by not_before limit 500`,
};
const done = `update ${floorSchema}.outbox set published_at = now()
  from unnest($1::uuid[], $2::timestamptz[], $3::uuid[]) as done (agency_id, occurred_at, id)
  where outbox.agency_id = done.agency_id and outbox.occurred_at = done.occurred_at and outbox.id = done.id`;

async function publishBatch(): Promise<void> {
  const { rows } = await client.query<Message>(pending);
  if (rows.length === 0) return;
  await Promise.all(rows.map(publish));
  await client.query({
    ...{ name: 'done', text: done },
    values: [rows.map((one) => one.agency_id), rows.map((one) => one.occurred_at), rows.map((one) => one.id)],
  });
}

function publish({ id, envelope }: Message) {
  const sent = headers();
  sent.set('Nats-Msg-Id', id);
  return streams.publish(stream.subject, envelope, { headers: sent });
}

process.once('disconnect', () => process.exit());
process.send?.(0);
for (;;) {
  const begunAt = performance.now();
  await publishBatch();
  await pause(Math.max(begunAt + betweenBatchesMs - performance.now(), 0));
}
