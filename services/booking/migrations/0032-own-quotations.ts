import { tenantTable } from '@yitu/persistence';
import { Migration } from '@mikro-orm/migrations';

const setting = (name: string) => `(select nullif(current_setting('yitu.${name}', true), ''))`;
const own = `agency_id = ${setting('agency_id')}::uuid and ${setting('reach')} = 'own'`;
const ownCustomer = `customer_id = (select id from booking.customers
  where agency_id = ${setting('agency_id')}::uuid and account_id = ${setting('user_id')}::uuid)`;

/** Somebody with reach own also finds what is theirs as a customer, whoever has entered it. */
const buyer = (table: string, theirs: string): string =>
  `create policy buyer on booking.${table} to yitu_booking using (${own} and ${theirs}) with check (${own} and ${theirs});`;

const sent = (table: string, which: string): string =>
  `exists (select from booking.quotation_sendings sending
     where sending.agency_id = ${table}.agency_id and sending.quotation_id = ${which})`;

/** What customers ask to be quoted, which revisions were sent to them, and their own sight of those; from which quotation an order came. */
export default class OwnQuotations extends Migration {
  override up(): void {
    this.addSql(`
      create table booking.quotation_requests (
        agency_id uuid not null,
        id uuid not null,
        branch_id uuid not null,
        author_id uuid not null,
        customer_id uuid not null,
        product_id uuid,
        departure_id uuid,
        travellers integer not null check (travellers > 0),
        from_date date,
        until_date date,
        budget bigint check (budget > 0),
        currency char(3),
        words text not null,
        state text not null check (state in ('open', 'quoted', 'declined', 'withdrawn')),
        decline_reason text,
        quotation_id uuid,
        version integer not null,
        created_at timestamptz not null,
        primary key (agency_id, id),
        constraint quotation_requests_dates check (until_date >= from_date),
        constraint quotation_requests_budget check ((budget is null) = (currency is null)),
        constraint quotation_requests_quoted check ((state = 'quoted') = (quotation_id is not null)),
        foreign key (agency_id, product_id) references booking.products (agency_id, id),
        foreign key (agency_id, departure_id) references booking.departures (agency_id, id),
        foreign key (agency_id, quotation_id) references booking.quotations (agency_id, id)
      );
      create index quotation_requests_by_state on booking.quotation_requests (agency_id, state, id desc);
      create index quotation_requests_by_customer on booking.quotation_requests (agency_id, customer_id, id desc);
      create table booking.quotation_sendings (
        agency_id uuid not null,
        quotation_id uuid not null,
        revision integer not null,
        branch_id uuid not null,
        author_id uuid not null,
        customer_id uuid not null,
        sent_at timestamptz not null,
        primary key (agency_id, quotation_id, revision),
        foreign key (agency_id, quotation_id, revision) references booking.quotation_revisions (agency_id, quotation_id, revision)
      );
      -- Drafts that replaced a revision which had been sent cannot be told from others any more: their customers see the next one.
      insert into booking.quotation_sendings
        select agency_id, id, revision, branch_id, author_id, customer_id, created_at from booking.quotations where state <> 'draft';
      ${['quotation_requests', 'quotation_sendings'].map((table) => tenantTable('booking', table, { branch: 'branch_id', owner: 'author_id' })).join('\n')}
      revoke update, delete on booking.quotation_sendings from yitu_booking;
      ${buyer('quotation_sendings', ownCustomer)}
      ${buyer('quotations', `${ownCustomer} and ${sent('quotations', 'quotations.id')}`)}
      ${buyer('quotation_revisions', sent('quotation_revisions', 'quotation_revisions.quotation_id and sending.revision = quotation_revisions.revision'))}
      ${buyer('waiting_entries', ownCustomer)}
      alter table booking.portal_rules
        add column open_requests integer not null default 3 check (open_requests between 0 and 100),
        add column waiting_entries integer not null default 3 check (waiting_entries between 0 and 100);
      -- What was quoted keeps its prices, whoever changes the order: it is known by the order itself, not by what of quotations somebody sees.
      alter table booking.orders add column quotation_id uuid;
      update booking.orders set quotation_id = quotations.id from booking.quotations
        where quotations.agency_id = orders.agency_id and quotations.order_id = orders.id;
    `);
  }
}
