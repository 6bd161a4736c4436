import { tenantTable } from '@yitu/persistence';
import { Migration } from '@mikro-orm/migrations';

/** What customers have agreed to and withdrawn. Each saying is a row of its own that nobody changes; they are read through their customer. */
export default class Consents extends Migration {
  override up(): void {
    this.addSql(`
      create table crm.consents (
        agency_id uuid not null,
        id uuid not null,
        customer_id uuid not null,
        purpose text not null check (purpose in ('marketing')),
        channel text not null check (channel in ('email', 'sms', 'phone', 'chat')),
        given boolean not null,
        said_at timestamptz not null,
        text_version text,
        told_by text not null check (told_by in ('customer', 'staff')),
        recorded_by uuid not null,
        recorded_at timestamptz not null,
        primary key (agency_id, id),
        constraint consents_text check (given = (text_version is not null)),
        foreign key (agency_id, customer_id) references crm.customers (agency_id, id)
      );
      create index consents_by_customer on crm.consents (agency_id, customer_id, id desc);
      ${tenantTable('crm', 'consents')}
      revoke update, delete on crm.consents from yitu_crm;
    `);
  }
}
