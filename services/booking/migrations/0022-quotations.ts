import { tenantTable } from '@yitu/persistence';
import { Migration } from '@mikro-orm/migrations';

const ofQuotation = { branch: 'branch_id', owner: 'author_id' };

/** Exchange rates of the agency, quotations with their revisions, and order lines that cost less than count times price. */
export default class Quotations extends Migration {
  override up(): void {
    this.addSql(`
      create table booking.exchange_rates (
        agency_id uuid not null,
        id uuid not null,
        from_currency char(3) not null,
        to_currency char(3) not null,
        -- What one unit of the first is worth in units of the second, as it was written.
        rate text not null constraint exchange_rates_rate check (rate ~ '^(0|[1-9][0-9]{0,8})([.][0-9]{1,10})?$' and rate !~ '^[0.]+$'),
        valid_from date not null,
        source text not null,
        set_by uuid not null,
        created_at timestamptz not null,
        primary key (agency_id, id),
        constraint exchange_rates_two check (from_currency <> to_currency),
        constraint exchange_rates_once unique (agency_id, from_currency, to_currency, valid_from)
      );
      create table booking.quotations (
        agency_id uuid not null,
        id uuid not null,
        number text not null,
        branch_id uuid not null,
        author_id uuid not null,
        customer_id uuid not null,
        state text not null check (state in ('draft', 'sent', 'accepted', 'ordered', 'declined', 'expired')),
        revision integer not null check (revision > 0),
        departure_id uuid,
        currency char(3) not null,
        total bigint not null check (total >= 0),
        valid_until date not null,
        expires_at timestamptz not null,
        approved_revision integer,
        approver_id uuid,
        decline_reason text,
        order_id uuid,
        version integer not null,
        created_at timestamptz not null,
        primary key (agency_id, id),
        constraint quotations_number_key unique (agency_id, number),
        constraint quotations_order_key unique (agency_id, order_id),
        constraint quotations_ordered check ((state = 'ordered') = (order_id is not null)),
        constraint quotations_approval check ((approved_revision is null) = (approver_id is null)),
        foreign key (agency_id, departure_id) references booking.departures (agency_id, id),
        foreign key (agency_id, order_id) references booking.orders (agency_id, id)
      );
      create index quotations_by_customer on booking.quotations (agency_id, customer_id, id desc);
      create index quotations_by_state on booking.quotations (agency_id, state, id desc);
      create index quotations_by_branch on booking.quotations (agency_id, branch_id, id desc);
      create table booking.quotation_revisions (
        agency_id uuid not null,
        quotation_id uuid not null,
        revision integer not null,
        branch_id uuid not null,
        author_id uuid not null,
        drafted_by uuid not null,
        departure_id uuid,
        currency char(3) not null,
        total bigint not null check (total >= 0),
        cost bigint not null check (cost >= 0),
        below_cost boolean not null,
        content jsonb not null,
        created_at timestamptz not null,
        primary key (agency_id, quotation_id, revision),
        foreign key (agency_id, quotation_id) references booking.quotations (agency_id, id)
      );
      ${tenantTable('booking', 'exchange_rates')}
      ${['quotations', 'quotation_revisions'].map((table) => tenantTable('booking', table, ofQuotation)).join('\n')}
      -- What was quoted stays as it was: not even the service's own role changes it.
      revoke update, delete on booking.quotation_revisions from yitu_booking;
      -- A line of a quoted order costs less than its price by what was taken off.
      alter table booking.order_lines add column discount bigint not null default 0;
      alter table booking.order_lines drop constraint order_lines_amount;
      alter table booking.order_lines add constraint order_lines_amount check (amount = count * unit_price - discount);
      alter table booking.order_lines add constraint order_lines_discount check (discount between 0 and count * unit_price);
    `);
  }
}
