import { AckPolicy, DeliverPolicy, jetstream, jetstreamManager, type JsMsg } from '@nats-io/jetstream';
import { setImmediate } from 'node:timers/promises';
import pg from 'pg';
import { floorSchema } from '../floor/statement.ts';
import { setting } from './config.ts';
import { connectTo, stream } from './stream.ts';

// In a service's place: every event is noted once, those that have come together in one statement.
const name = setting('BARE_LISTENER');
const client = new pg.Client({
  connectionString: setting('BARE_DATABASE_URL'),
  application_name: 'yitu-load-bare',
});
await client.connect();
const connection = await connectTo(setting('BARE_NATS_URL'));

await (
  await jetstreamManager(connection)
).consumers.add(stream.name, {
  ...{ durable_name: name, ack_policy: AckPolicy.Explicit, deliver_policy: DeliverPolicy.All },
  max_ack_pending: 512,
});
const consumer = await jetstream(connection).consumers.get(stream.name, name);

const enter = `insert into ${floorSchema}.${name} (agency_id, event_id, occurred_at, type, aggregate_id, aggregate_version)
  select agencyid, id, time, type, subject, aggregateversion
  from jsonb_to_recordset($1) as event (agencyid uuid, id uuid, time timestamptz, type text, subject uuid, aggregateversion integer)
  on conflict do nothing`;

const waiting: JsMsg[] = [];
const state = { busy: false };

async function noteWaiting(): Promise<void> {
  if (state.busy) return;
  state.busy = true;
  await setImmediate();
  while (waiting.length > 0) {
    const messages = waiting.splice(0, 100);
    const events = `[${messages.map((message) => message.string()).join(',')}]`;
    await client.query({ name: 'enter', text: enter, values: [events] });
    for (const message of messages) message.ack();
  }
  state.busy = false;
}

process.once('disconnect', () => process.exit());
process.send?.(0);
for await (const message of await consumer.consume({ max_messages: 256 })) {
  waiting.push(message);
  void noteWaiting();
}
