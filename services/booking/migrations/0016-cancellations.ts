import { tenantTable } from '@yitu/persistence';
import { Migration } from '@mikro-orm/migrations';

const ofOrder = { branch: 'branch_id', owner: 'author_id' };

/** Cancellations with the reckoning the customer was shown, and what is to be paid back for an order. */
export default class Cancellations extends Migration {
  override up(): void {
    this.addSql(`
      create table booking.order_cancellations (
        agency_id uuid not null,
        id uuid not null,
        order_id uuid not null,
        branch_id uuid not null,
        author_id uuid not null,
        cancelled_by uuid not null,
        cause text not null check (cause in ('customer', 'agency', 'force-majeure', 'no-show')),
        reason text not null,
        proof text not null,
        notice_arrived_at timestamptz not null,
        policy_version integer not null,
        currency char(3) not null,
        fee bigint not null check (fee >= 0),
        penalty bigint not null,
        compensation bigint not null check (compensation >= 0),
        reckoning jsonb not null,
        created_at timestamptz not null,
        primary key (agency_id, id),
        constraint order_cancellations_order_key unique (agency_id, order_id),
        constraint order_cancellations_penalty check (penalty between 0 and fee),
        foreign key (agency_id, order_id) references booking.orders (agency_id, id)
      );
      -- One row an order of which money goes back: what was paid beyond kept is due, what finance has paid out is refunded.
      create table booking.refund_claims (
        agency_id uuid not null,
        order_id uuid not null,
        branch_id uuid not null,
        author_id uuid not null,
        currency char(3) not null,
        kept bigint not null check (kept >= 0),
        due bigint not null check (due >= 0),
        refunded bigint not null default 0 check (refunded >= 0),
        due_on date not null,
        primary key (agency_id, order_id),
        foreign key (agency_id, order_id) references booking.orders (agency_id, id)
      );
      ${['order_cancellations', 'refund_claims'].map((table) => tenantTable('booking', table, ofOrder)).join('\n')}
    `);
  }
}
