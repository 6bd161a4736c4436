import { Migration } from '@mikro-orm/migrations';

const setting = (name: string) => `(select nullif(current_setting('yitu.${name}', true), ''))`;
const own = `agency_id = ${setting('agency_id')}::uuid and ${setting('reach')} = 'own'`;

/**
 * A customer with an account of their own: with reach own they find themselves and their travellers, whoever on the staff looks after them. What a
 * permission lets them do with it is another question.
 */
export default class OwnAccount extends Migration {
  override up(): void {
    this.addSql(`
      create policy self on crm.customers for select to yitu_crm using (${own} and user_id = ${setting('user_id')}::uuid);
      create policy self on crm.travellers to yitu_crm using (${own} and customer_id =
        (select id from crm.customers where agency_id = ${setting('agency_id')}::uuid and user_id = ${setting('user_id')}::uuid))
        with check (${own} and customer_id =
        (select id from crm.customers where agency_id = ${setting('agency_id')}::uuid and user_id = ${setting('user_id')}::uuid));
    `);
  }
}
