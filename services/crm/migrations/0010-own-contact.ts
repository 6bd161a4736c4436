import { Migration } from '@mikro-orm/migrations';

const setting = (name: string) => `(select nullif(current_setting('yitu.${name}', true), ''))`;
const self = `agency_id = ${setting('agency_id')}::uuid and ${setting('reach')} = 'own' and user_id = ${setting('user_id')}::uuid`;

/** A customer with an account of their own changes how they are reached. */
export default class OwnContact extends Migration {
  override up(): void {
    this.addSql(
      `create policy self_changes on crm.customers for update to yitu_crm using (${self}) with check (${self});`,
    );
  }
}
