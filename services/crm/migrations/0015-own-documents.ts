import { Migration } from '@mikro-orm/migrations';

const setting = (name: string) => `(select nullif(current_setting('yitu.${name}', true), ''))`;

/** A customer with an account of their own finds the documents of their travellers, whoever on the staff looks after them. */
export default class OwnDocuments extends Migration {
  override up(): void {
    this.addSql(`
      create policy self on crm.traveller_documents for select to yitu_crm
        using (agency_id = ${setting('agency_id')}::uuid and ${setting('reach')} = 'own' and customer_id =
          (select id from crm.customers where agency_id = ${setting('agency_id')}::uuid and user_id = ${setting('user_id')}::uuid));
    `);
  }
}
