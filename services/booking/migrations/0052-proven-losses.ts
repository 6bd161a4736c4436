import { Migration } from '@mikro-orm/migrations';

/** Which supplier of the directory does not return what of an order, and what proves it. */
export default class ProvenLosses extends Migration {
  override up(): void {
    this.addSql(`
      alter table booking.supplier_losses
        add column supplier_id uuid,
        add column proof text not null default '',
        add constraint supplier_losses_supplier foreign key (agency_id, supplier_id) references booking.suppliers (agency_id, id);
    `);
  }
}
