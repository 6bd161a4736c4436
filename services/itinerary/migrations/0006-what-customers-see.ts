import { customerAccountsTable, customersSee } from '@yitu/directory';
import { tenantTable } from '@yitu/persistence';
import { Migration } from '@mikro-orm/migrations';

/** Plans that are proposed to customers, in the version they are sent in; what customers with accounts of their own see. */
export default class WhatCustomersSee extends Migration {
  override up(): void {
    this.addSql(`
      ${customerAccountsTable('itinerary')}
      create table itinerary.plan_proposals (
        agency_id uuid not null,
        id uuid not null,
        plan_id uuid not null,
        plan_version integer not null,
        departure_id uuid not null,
        order_id uuid not null,
        order_number text not null,
        customer_id uuid not null,
        branch_id uuid not null,
        author_id uuid not null,
        title jsonb not null,
        days jsonb not null,
        state text not null check (state in ('sent', 'accepted', 'changes-wanted', 'superseded')),
        sent_at timestamptz not null,
        link_expires_at timestamptz not null,
        answered_at timestamptz,
        answered_by text,
        comment text,
        remote_address text,
        version integer not null,
        primary key (agency_id, id),
        constraint plan_proposals_answered check ((state in ('accepted', 'changes-wanted')) = (answered_at is not null and answered_by is not null)),
        foreign key (agency_id, plan_id) references itinerary.plans (agency_id, id)
      );
      -- One at a time waits for its customer's answer.
      create unique index plan_proposals_one_open on itinerary.plan_proposals (agency_id, order_id) where state = 'sent';
      create index plan_proposals_by_order on itinerary.plan_proposals (agency_id, order_id, id desc);
      create index plan_proposals_by_customer on itinerary.plan_proposals (agency_id, customer_id, id desc);
      create index contracts_by_customer on itinerary.contracts (agency_id, customer_id, id desc);
      ${tenantTable('itinerary', 'plan_proposals', { branch: 'branch_id', owner: 'author_id' })}
      -- What was proposed is never changed, not even by the service itself.
      revoke update, delete on itinerary.plan_proposals from yitu_itinerary;
      grant update (state, answered_at, answered_by, comment, remote_address, version) on itinerary.plan_proposals to yitu_itinerary;
      ${customersSee('itinerary', 'plan_proposals', (isOwn) => isOwn('customer_id'))}
      -- What nobody has sent yet is a draft.
      ${customersSee('itinerary', 'contracts', (isOwn) => `state <> 'generated' and ${isOwn('customer_id')}`)}
      ${customersSee(
        'itinerary',
        'contract_signatures',
        () =>
          'exists (select from itinerary.contracts where contracts.agency_id = contract_signatures.agency_id and contracts.id = contract_id)',
      )}
    `);
  }
}
