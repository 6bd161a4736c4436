import { tenantTable } from '@yitu/persistence';
import { Migration } from '@mikro-orm/migrations';

/**
 * The waiting list of full departures. While somebody waits, seats that come free are kept for the list until the message that offers them has
 * arrived: nobody overtakes those who wait.
 */
export default class WaitingList extends Migration {
  override up(): void {
    this.addSql(`
      alter table booking.departures
        add column waited_for boolean not null default false,
        add column kept_for_waiting integer not null default 0,
        add constraint departures_kept_for_waiting check (kept_for_waiting >= 0 and remaining + kept_for_waiting <= capacity);
      alter table booking.order_rules
        add column waiting_offer_minutes integer not null default 120 check (waiting_offer_minutes between 1 and 10080);
      create table booking.waiting_entries (
        agency_id uuid not null,
        id uuid not null,
        departure_id uuid not null,
        branch_id uuid not null,
        author_id uuid not null,
        customer_id uuid not null,
        channel text not null check (channel in ('counter', 'portal', 'agent')),
        counts jsonb not null,
        single_rooms integer not null check (single_rooms >= 0),
        travellers jsonb not null,
        note text not null,
        seats integer not null check (seats > 0),
        state text not null check (state in ('waiting', 'offered', 'accepted', 'declined', 'lapsed', 'left', 'ended')),
        offer_expires_at timestamptz,
        order_id uuid,
        version integer not null,
        created_at timestamptz not null,
        primary key (agency_id, id),
        constraint waiting_entries_offer check ((state = 'offered') = (offer_expires_at is not null)),
        constraint waiting_entries_order check ((state = 'accepted') = (order_id is not null)),
        foreign key (agency_id, departure_id) references booking.departures (agency_id, id),
        foreign key (agency_id, order_id) references booking.orders (agency_id, id)
      );
      create index waiting_entries_by_departure on booking.waiting_entries (agency_id, departure_id, state, id);
      create unique index waiting_entries_once on booking.waiting_entries (agency_id, departure_id, customer_id) where state in ('waiting', 'offered');
      -- The queue of a departure across all branches: who waits where is for their branch to see, the place in the queue for all.
      create table booking.waiting_places (
        agency_id uuid not null,
        departure_id uuid not null,
        entry_id uuid not null,
        seats integer not null,
        primary key (agency_id, departure_id, entry_id)
      );
      ${tenantTable('booking', 'waiting_entries', { branch: 'branch_id', owner: 'author_id' })}
      ${tenantTable('booking', 'waiting_places')}
    `);
  }
}
