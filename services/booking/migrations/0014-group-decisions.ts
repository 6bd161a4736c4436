import { tenantTable } from '@yitu/persistence';
import { Migration } from '@mikro-orm/migrations';

/** The rules by which it is decided whether a group takes place, and what customers chose where it does not. */
export default class GroupDecisions extends Migration {
  override up(): void {
    this.addSql(`
      -- A version's setting is never changed; the newest is in force.
      create table booking.group_rules (
        agency_id uuid not null,
        version integer not null check (version > 1),
        decision_days integer[] not null,
        below_minimum text not null check (below_minimum in ('at-risk', 'cancel')),
        valid_from timestamptz not null,
        primary key (agency_id, version)
      );
      ${tenantTable('booking', 'group_rules')}
      create table booking.group_choices (
        agency_id uuid not null,
        order_id uuid not null,
        branch_id uuid not null,
        author_id uuid not null,
        departure_id uuid not null,
        choice text not null check (choice in ('transfer', 'postponement', 'refund')),
        target_departure_id uuid,
        consent_by text not null check (consent_by in ('in-person', 'telephone', 'message', 'letter')),
        consented_on date not null,
        consent_text text not null,
        recorded_by uuid not null,
        recorded_at timestamptz not null,
        -- A departure cancels once; an order that was moved to another may have to choose again there.
        primary key (agency_id, order_id, departure_id),
        constraint group_choices_target check ((choice = 'refund') = (target_departure_id is null)),
        foreign key (agency_id, order_id) references booking.orders (agency_id, id),
        foreign key (agency_id, departure_id) references booking.departures (agency_id, id),
        foreign key (agency_id, target_departure_id) references booking.departures (agency_id, id)
      );
      ${tenantTable('booking', 'group_choices', { branch: 'branch_id', owner: 'author_id' })}
    `);
  }
}
