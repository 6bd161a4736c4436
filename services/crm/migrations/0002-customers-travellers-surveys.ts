import { directoryTables } from '@yitu/directory';
import { tenantTable } from '@yitu/persistence';
import { Migration } from '@mikro-orm/migrations';

const ofCustomer = { branch: 'branch_id', owner: 'owner_id' };

/** Customers with their travellers, and surveys with their answers. */
export default class CustomersTravellersSurveys extends Migration {
  override up(): void {
    this.addSql(`
      ${directoryTables('crm')}
      create table crm.customers (
        agency_id uuid not null,
        id uuid not null,
        branch_id uuid not null,
        owner_id uuid not null,
        kind text not null check (kind in ('person', 'company')),
        name jsonb not null constraint customers_name check (coalesce(name->>'zh', name->>'en') is not null),
        gender text check (gender in ('female', 'male', 'other')),
        birth_date date,
        occupation text,
        phone text constraint customers_phone check (phone ~ '^[+][1-9][0-9]{6,14}$'),
        email text,
        -- Row security keeps an expression such as lower(email) from using an index, a column of its own may.
        email_key text generated always as (lower(email)) stored,
        address text,
        source text not null,
        category text not null check (category in ('prospect', 'regular', 'important', 'key')),
        locale text not null check (locale in ('zh', 'en')),
        preferences jsonb not null,
        special_needs jsonb not null,
        tags text[] not null,
        version integer not null,
        created_at timestamptz not null,
        primary key (agency_id, id),
        constraint customers_ownership_key unique (agency_id, id, branch_id, owner_id),
        constraint customers_persons_only check (kind = 'person' or (gender is null and birth_date is null and occupation is null))
      );
      create index customers_phone on crm.customers (agency_id, phone) where phone is not null;
      create index customers_email on crm.customers (agency_id, email_key) where email_key is not null;
      create index customers_birth_date on crm.customers (agency_id, birth_date) where birth_date is not null;
      -- Every ending of a name, so that any part of it is the beginning of one: trigrams know nothing of parts with one or two characters, as
      -- Chinese names have them, and row security keeps (i)like from using an index.
      create table crm.customer_name_parts (
        agency_id uuid not null,
        part text collate "C" not null,
        customer_id uuid not null,
        branch_id uuid not null,
        owner_id uuid not null,
        primary key (agency_id, part, customer_id),
        constraint customer_name_parts_customer foreign key (agency_id, customer_id, branch_id, owner_id)
          references crm.customers (agency_id, id, branch_id, owner_id) on update cascade on delete cascade deferrable initially deferred
      );
      create index customer_name_parts_customer on crm.customer_name_parts (agency_id, customer_id);
      create table crm.travellers (
        agency_id uuid not null,
        id uuid not null,
        customer_id uuid not null,
        branch_id uuid not null,
        owner_id uuid not null,
        name text not null,
        latin_name text,
        birth_date date not null,
        nationality char(2) not null,
        relation text not null,
        version integer not null,
        created_at timestamptz not null,
        primary key (agency_id, id),
        -- A traveller goes where the customer goes.
        constraint travellers_customer foreign key (agency_id, customer_id, branch_id, owner_id)
          references crm.customers (agency_id, id, branch_id, owner_id) on update cascade
      );
      create unique index travellers_once on crm.travellers (agency_id, customer_id, lower(name), birth_date);
      create table crm.surveys (
        agency_id uuid not null,
        id uuid not null,
        branch_id uuid not null,
        customer_id uuid not null,
        order_id uuid not null,
        sent_at timestamptz not null,
        valid_until date not null,
        expires_at timestamptz not null,
        answered_at timestamptz,
        attitude integer check (attitude between 1 and 5),
        efficiency integer check (efficiency between 1 and 5),
        quality integer check (quality between 1 and 5),
        price integer check (price between 1 and 5),
        after_sales integer check (after_sales between 1 and 5),
        nps integer check (nps between 0 and 10),
        comment text,
        version integer not null,
        primary key (agency_id, id),
        constraint surveys_once_an_order unique (agency_id, order_id),
        constraint surveys_customer foreign key (agency_id, customer_id) references crm.customers (agency_id, id),
        constraint surveys_answered_whole check (
          num_nonnulls(answered_at, attitude, efficiency, quality, price, after_sales, nps) in (0, 7) and (comment is null or answered_at is not null)
        )
      );
      create index surveys_customer on crm.surveys (agency_id, customer_id);
      ${['customers', 'customer_name_parts', 'travellers'].map((table) => tenantTable('crm', table, ofCustomer)).join('\n')}
      ${tenantTable('crm', 'surveys', { branch: 'branch_id' })}
    `);
  }
}
