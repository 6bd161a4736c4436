import { tenantTable } from '@yitu/persistence';
import { vaultTables } from '@yitu/vault/tables';
import { Migration } from '@mikro-orm/migrations';

const ofCustomer = { branch: 'branch_id', owner: 'owner_id' };

/** Documents of travellers and bank accounts of customers: their numbers sealed, found by index, shown masked. */
export default class DocumentsBankAccounts extends Migration {
  override up(): void {
    this.addSql(`
      ${vaultTables('crm')}
      create table crm.traveller_documents (
        agency_id uuid not null,
        id uuid not null,
        traveller_id uuid not null,
        customer_id uuid not null,
        branch_id uuid not null,
        owner_id uuid not null,
        kind text not null constraint traveller_documents_kind check (
          kind in ('identity-card', 'passport', 'mainland-travel-permit', 'hong-kong-macau-permit', 'taiwan-permit', 'other')),
        -- Nothing but sealed text fits in: a mistake in the service is refused here.
        number_sealed text not null constraint traveller_documents_number_sealed check (number_sealed ~ '^v1[.][0-9]+[.][A-Za-z0-9_-]{40,}$'),
        number_index text not null constraint traveller_documents_number_index check (number_index ~ '^[A-Za-z0-9_-]{43}$'),
        number_masked text not null constraint traveller_documents_number_masked check (number_masked like '%*%'),
        mrz_sealed text constraint traveller_documents_mrz_sealed check (mrz_sealed ~ '^v1[.][0-9]+[.][A-Za-z0-9_-]{40,}$'),
        issuing_country text,
        sex text check (sex in ('female', 'male')),
        issued_on date,
        expires_on date,
        version integer not null,
        created_at timestamptz not null,
        primary key (agency_id, id),
        constraint traveller_documents_dates check (issued_on <= expires_on),
        constraint traveller_documents_once unique (agency_id, traveller_id, kind, number_index),
        constraint traveller_documents_traveller foreign key (agency_id, traveller_id) references crm.travellers (agency_id, id),
        -- A document goes where the customer goes.
        constraint traveller_documents_customer foreign key (agency_id, customer_id, branch_id, owner_id)
          references crm.customers (agency_id, id, branch_id, owner_id) on update cascade
      );
      create index traveller_documents_number on crm.traveller_documents (agency_id, number_index);
      create index traveller_documents_customer on crm.traveller_documents (agency_id, customer_id);
      create table crm.bank_accounts (
        agency_id uuid not null,
        id uuid not null,
        customer_id uuid not null,
        branch_id uuid not null,
        owner_id uuid not null,
        holder text not null,
        bank text not null,
        number_sealed text not null constraint bank_accounts_number_sealed check (number_sealed ~ '^v1[.][0-9]+[.][A-Za-z0-9_-]{40,}$'),
        number_index text not null constraint bank_accounts_number_index check (number_index ~ '^[A-Za-z0-9_-]{43}$'),
        number_masked text not null constraint bank_accounts_number_masked check (number_masked like '%*%'),
        version integer not null,
        created_at timestamptz not null,
        primary key (agency_id, id),
        constraint bank_accounts_once unique (agency_id, customer_id, number_index),
        constraint bank_accounts_customer foreign key (agency_id, customer_id, branch_id, owner_id)
          references crm.customers (agency_id, id, branch_id, owner_id) on update cascade
      );
      create index bank_accounts_number on crm.bank_accounts (agency_id, number_index);
      ${['traveller_documents', 'bank_accounts'].map((table) => tenantTable('crm', table, ofCustomer)).join('\n')}
    `);
  }
}
