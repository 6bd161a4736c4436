import type { Claim } from '../history/operation.ts';
import { sellingPlants } from './selling-plants.ts';
import { byStatement, byTrigger, type Ground, type Plant } from './plant.ts';

const seats = { table: 'booking.departures', event: 'update' } as const;
const outbox = { table: 'booking.outbox', event: 'insert' } as const;

/** The ids of another refund of the same payment. */
const anotherOne = `jsonb_build_object('id', gen_random_uuid(), 'refund_due_id', gen_random_uuid())`;

const refunded = { needs: 'select from finance.refunds where agency_id = $1' };

/** R8: every checker, and each way it has to find something. */
export const plants: readonly Plant[] = [
  byTrigger({
    ...{
      name: 'oversell',
      as: '`remaining >= n` dropped: a sale does not count its seats',
      caughtBy: 'oversold',
    },
    ...seats,
    body: `new.remaining := least(new.capacity, greatest(old.remaining, new.remaining));`,
  }),
  byTrigger({
    ...{ name: 'give-back-twice', as: 'expiry and withdrawal both give seats back', caughtBy: 'leaked' },
    ...seats,
    body: `if new.remaining > old.remaining then
      new.remaining := least(new.capacity, new.remaining + (new.remaining - old.remaining)); end if;`,
  }),
  byTrigger({
    ...{ name: 'give-back-never', as: 'an order that ended keeps its seats', caughtBy: 'leaked' },
    ...{ ...seats, body: 'if new.remaining > old.remaining then new.remaining := old.remaining; end if;' },
  }),
  byStatement(
    { name: 'hold-for-ever', as: 'the timers of holds are never sent', caughtBy: 'leaked' },
    changed(
      `update booking.outbox set published_at = now() where agency_id = $1 and subject like 'tmr.%' and published_at is null`,
    ),
  ),
  byTrigger({
    ...{ name: 'relay-skips-a-row', as: 'marked published and never published', caughtBy: 'events_missing' },
    ...{
      ...outbox,
      body: `if new.subject like '%.order.expired.v1' then new.published_at := now(); end if;`,
    },
  }),
  byTrigger({
    ...{ name: 'outbox-forgotten', as: 'a change committed without its event', caughtBy: 'events_missing' },
    ...{ ...outbox, body: `if new.subject like '%.order.expired.v1' then return null; end if;` },
  }),
  byStatement(
    { name: 'effect-dropped', as: 'a consumer acknowledges and applies nothing', caughtBy: 'events_missing' },
    changed(
      `delete from analytics.inbox where agency_id = $1 and event_id in
         (select event_id from analytics.inbox where agency_id = $1 and type = 'booking.order.placed.v1' limit 1)`,
    ),
  ),
  byStatement(
    {
      name: 'event-twice',
      as: 'the relay publishes again under another message id',
      caughtBy: 'events_double',
    },
    async (ground) => publishAgain(ground, await oneEvent(ground, 'booking.order.placed.v1')),
  ),
  byStatement(
    { name: 'inbox-dropped', as: 'a consumer applies a redelivered payment again', caughtBy: 'money_off' },
    async (ground) => {
      const event = await oneEvent(ground, 'finance.payment.received.v1', 'finance');
      const { books, agency } = ground;
      await books.run('delete from booking.inbox where agency_id = $1 and event_id = $2', [
        agency.id,
        event.id,
      ]);
      await books.run('delete from booking.inbox_positions where agency_id = $1 and aggregate_id = $2', [
        agency.id,
        event.aggregateId,
      ]);
      await publishAgain(ground, event);
    },
  ),
  byStatement(
    { name: 'order-lost', as: 'acknowledged before it was durable', caughtBy: 'lost' },
    async (ground) => {
      const { orderId } = acknowledged(ground, 'order');
      await withoutLaws(`delete from booking.orders where agency_id = '$1' and id = '${orderId}'`)(ground);
    },
  ),
  byStatement(
    { name: 'amount-changed', as: 'stored with another amount than was told', caughtBy: 'lost' },
    async (ground) => {
      const { orderId } = acknowledged(ground, 'order');
      await ground.books.run('update booking.orders set total = total + 1 where id = $1', [orderId]);
    },
  ),
  byStatement(
    { name: 'payment-lost', as: 'a payment acknowledged before it was durable', caughtBy: 'lost' },
    async (ground) => {
      const { paymentId } = acknowledged(ground, 'payment');
      await withoutLaws(`delete from finance.payments where agency_id = '$1' and id = '${paymentId}'`)(
        ground,
      );
    },
  ),
  byStatement(
    {
      ...refunded,
      name: 'refund-forgotten',
      as: 'what is due to go back is never recorded',
      caughtBy: 'refunds_off',
    },
    withoutLaws(
      `with gone as (delete from finance.refunds where ctid in
         (select ctid from finance.refunds where agency_id = '$1' limit 1) returning 1) select from gone`,
    ),
  ),
  byStatement(
    {
      ...refunded,
      name: 'refund-twice',
      as: 'a claim that is told again is recorded again',
      caughtBy: 'refunds_off',
    },
    withoutLaws(
      `insert into finance.refunds select (jsonb_populate_record(refunds, ${anotherOne})).* from finance.refunds where agency_id = '$1' limit 1`,
    ),
  ),
  byTrigger({
    ...{
      ...refunded,
      name: 'refund-paid-twice',
      as: 'a refund is paid again under another id',
      caughtBy: 'doubled',
    },
    ...{ table: 'finance.refunds', event: 'update' },
    body: `if new.state = 'paid' then insert into finance.refunds select (jsonb_populate_record(new, ${anotherOne})).*; end if;`,
  }),
  byTrigger({
    ...{ name: 'key-ignored', as: 'Idempotency-Keys are not remembered', caughtBy: 'doubled' },
    ...{ table: 'booking.idempotency_keys', event: 'insert', body: 'return null;' },
  }),
  byStatement(
    { name: 'effect-wrong', as: 'a consumer applies an event wrongly', caughtBy: 'effects_off' },
    changed(
      `update analytics.order_facts set ended_at = null where agency_id = $1 and id in
         (select id from analytics.order_facts where agency_id = $1 and ended_at is not null limit 1)`,
    ),
  ),
  byStatement(
    { name: 'books-unbalanced', as: 'one side of an entry is changed', caughtBy: 'money_off' },
    ({ books, agency }) =>
      // The ledger's own laws forbid it: they are put out of force, as only the owner of the database can.
      books.run(`begin; set local session_replication_role = replica;
        update finance.postings set debit = debit + 1 where ctid in
          (select ctid from finance.postings where agency_id = '${agency.id}' and debit > 0 limit 1);
        commit`),
  ),
  ...sellingPlants,
];

/** No bug at all: nobody may find anything. */
export const nothing: Plant = byStatement({ name: 'nothing', as: 'as it should be', caughtBy: 'lost' }, () =>
  Promise.resolve(),
);

function changed(sql: string) {
  return async ({ books, agency }: Ground) => {
    const rows = await books.run(`${sql} returning 1`, [agency.id]);
    if (rows.length === 0) throw new Error('there is nothing to plant this bug in');
  };
}

/** The tables' own laws are put out of force for it, as only the owner of the database can. @param sql with `$1` where the agency's id stands */
function withoutLaws(sql: string) {
  return ({ books, agency }: Ground) =>
    books.run(
      `begin; set local session_replication_role = replica; ${sql.replaceAll('$1', agency.id)}; commit`,
    );
}

interface Published {
  readonly id: string;
  readonly subject: string;
  readonly aggregateId: string;
  readonly envelope: string;
}

async function oneEvent({ books, agency }: Ground, type: string, service = 'booking'): Promise<Published> {
  const [row] = await books.run(
    `select id, subject, aggregate_id as "aggregateId", envelope from ${service}.outbox
     where agency_id = $1 and subject like '%.' || $2 limit 1`,
    [agency.id, type],
  );
  if (!row) throw new Error(`nothing of type ${type} has happened`);
  return row as unknown as Published; // the columns asked for
}

/** Without a message id the stream keeps both. */
const publishAgain = ({ stream }: Ground, { subject, envelope }: Published) =>
  stream.publish(subject, envelope);

/** Something the load was told has been done. */
function acknowledged<Kind extends Claim['kind']>({ history }: Ground, kind: Kind): Claim & { kind: Kind } {
  const claims = history.operations.flatMap((operation) => operation.claims);
  const found = claims.find((claim): claim is Claim & { kind: Kind } => claim.kind === kind);
  if (!found) throw new Error(`no ${kind} has been acknowledged`);
  return found;
}
