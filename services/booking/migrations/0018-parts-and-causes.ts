import { tenantTable } from '@yitu/persistence';
import { Migration } from '@mikro-orm/migrations';

const ofOrder = { branch: 'branch_id', owner: 'author_id' };

/** Cancellations of parts of an order, by the agency, by force majeure, of no-shows; proven costs that somebody else approves; what suppliers keep. */
export default class PartsAndCauses extends Migration {
  override up(): void {
    this.addSql(`
      alter table booking.departures
        add column cancelled_at timestamptz,
        add column cancel_cause text check (cancel_cause in ('minimum-group', 'agency', 'force-majeure'));
      alter table booking.order_cancellations
        drop constraint order_cancellations_order_key,
        add column scope text not null default 'order' check (scope in ('order', 'part')),
        -- By the scale alone, and what the order or the part costs beyond it as long as nobody has approved the cost that was proven.
        add column certain_penalty bigint,
        add column cost_state text not null default 'none' check (cost_state in ('none', 'awaiting-approval', 'approved', 'refused')),
        add column cost_decided_by uuid,
        add column cost_decision text;
      update booking.order_cancellations set certain_penalty = penalty;
      alter table booking.order_cancellations
        alter column certain_penalty set not null,
        alter column scope drop default,
        alter column cost_state drop default,
        add constraint order_cancellations_certain check (certain_penalty between 0 and penalty),
        add constraint order_cancellations_cost check (cost_state <> 'refused' or penalty = certain_penalty);
      -- An order ends once, however many of its parts were cancelled before.
      create unique index order_cancellations_order_key on booking.order_cancellations (agency_id, order_id) where scope = 'order';
      create index order_cancellations_by_order on booking.order_cancellations (agency_id, order_id, id);
    `);
    this.addSql(`
      -- What a supplier charges for an order and does not return when it is cancelled; by hand.
      create table booking.supplier_losses (
        agency_id uuid not null,
        id uuid not null,
        order_id uuid not null,
        branch_id uuid not null,
        author_id uuid not null,
        supplier text not null,
        service text not null,
        currency char(3) not null,
        cost bigint not null check (cost >= 0),
        lost bigint not null,
        recorded_by uuid not null,
        created_at timestamptz not null,
        withdrawn_at timestamptz,
        primary key (agency_id, id),
        constraint supplier_losses_lost check (lost between 0 and cost),
        foreign key (agency_id, order_id) references booking.orders (agency_id, id)
      );
      create index supplier_losses_by_order on booking.supplier_losses (agency_id, order_id, id);
      ${tenantTable('booking', 'supplier_losses', ofOrder)}
    `);
  }
}
