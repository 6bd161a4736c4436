import { directoryTables } from '@yitu/directory';
import { tenantTable } from '@yitu/persistence';
import { Migration } from '@mikro-orm/migrations';

const mine = { branch: 'branch_id', owner: 'author_id' };

/**
 * Requests, plans, contracts with their templates and signatures. Foreign keys are
 * checked at the commit, so that rows that refer to each other are written in one flush.
 */
export default class PlansAndContracts extends Migration {
  override up(): void {
    this.addSql(`
      ${directoryTables('itinerary')}
      create table itinerary.requests (
        agency_id uuid not null,
        id uuid not null,
        branch_id uuid not null,
        author_id uuid not null,
        customer_id uuid not null,
        purpose text not null,
        preferences text not null,
        special_needs text not null,
        budget_amount bigint check (budget_amount >= 0),
        budget_currency char(3),
        version integer not null,
        created_at timestamptz not null,
        primary key (agency_id, id),
        constraint requests_budget check ((budget_amount is null) = (budget_currency is null))
      );
      create index requests_by_customer on itinerary.requests (agency_id, customer_id, id desc);
      create table itinerary.plans (
        agency_id uuid not null,
        id uuid not null,
        branch_id uuid not null,
        author_id uuid not null,
        departure_id uuid not null,
        title jsonb not null,
        days jsonb not null,
        version integer not null,
        created_at timestamptz not null,
        primary key (agency_id, id),
        constraint plans_departure_key unique (agency_id, departure_id)
      );
      create table itinerary.contract_templates (
        agency_id uuid not null,
        id uuid not null,
        kind text not null,
        version integer not null,
        valid_from date not null,
        body text not null,
        created_at timestamptz not null,
        primary key (agency_id, id),
        constraint contract_templates_version_key unique (agency_id, kind, version)
      );
      create table itinerary.contracts (
        agency_id uuid not null,
        id uuid not null,
        number text not null,
        branch_id uuid not null,
        author_id uuid not null,
        order_id uuid not null,
        customer_id uuid not null,
        departure_id uuid not null,
        template_id uuid not null,
        state text not null check (state in ('generated', 'sent', 'signed', 'superseded', 'void')),
        currency char(3) not null,
        total bigint not null check (total >= 0),
        text text not null,
        content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
        sent_at timestamptz,
        link_expires_at timestamptz,
        signed_at timestamptz,
        superseded_by uuid,
        version integer not null,
        created_at timestamptz not null,
        primary key (agency_id, id),
        constraint contracts_number_key unique (agency_id, number),
        -- One live contract an order. Checked at the commit: superseding ends one and begins the next in one transaction.
        constraint contracts_one_live exclude using btree (agency_id with =, order_id with =)
          where (state in ('generated', 'sent', 'signed')) deferrable initially deferred,
        foreign key (agency_id, template_id) references itinerary.contract_templates (agency_id, id),
        foreign key (agency_id, superseded_by) references itinerary.contracts (agency_id, id) deferrable initially deferred
      );
      create index contracts_by_branch on itinerary.contracts (agency_id, branch_id, id desc);
      create table itinerary.contract_signatures (
        agency_id uuid not null,
        contract_id uuid not null,
        branch_id uuid not null,
        author_id uuid not null,
        signer_name text not null,
        remote_address text not null,
        content_hash text not null,
        signed_at timestamptz not null,
        constraint contract_signatures_once primary key (agency_id, contract_id),
        foreign key (agency_id, contract_id) references itinerary.contracts (agency_id, id)
      );
      ${['plans', 'contract_templates'].map((table) => tenantTable('itinerary', table)).join('\n')}
      ${['requests', 'contracts', 'contract_signatures'].map((table) => tenantTable('itinerary', table, mine)).join('\n')}
      -- A plan is read by the whole agency, but changed only within the reach of the permission to revise.
      create policy revised_within_reach on itinerary.plans as restrictive for update to yitu_itinerary using (
        (select nullif(current_setting('yitu.reach', true), '')) = 'agency'
        or ((select nullif(current_setting('yitu.reach', true), '')) = 'branch'
          and branch_id = any ((select string_to_array(nullif(current_setting('yitu.branch_ids', true), ''), ','))::uuid[]))
        or author_id = (select nullif(current_setting('yitu.user_id', true), ''))::uuid);
      -- What was agreed and who signed it is never changed, not even by the service itself.
      revoke update, delete on itinerary.contract_signatures, itinerary.contract_templates from yitu_itinerary;
      revoke update, delete on itinerary.contracts from yitu_itinerary;
      grant update (state, sent_at, link_expires_at, signed_at, superseded_by, version) on itinerary.contracts to yitu_itinerary;
    `);
  }
}
