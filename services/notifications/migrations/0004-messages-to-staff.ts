import { Migration } from '@mikro-orm/migrations';

/** Letters to members of staff: of these the addressee is known by id, and asked for at the moment of sending as everywhere. */
export default class MessagesToStaff extends Migration {
  override up(): void {
    this.addSql(`
      alter table notifications.deliveries add column user_id uuid,
        add constraint deliveries_addressee check (customer_id is null or user_id is null);
      create index inbox_items_course on notifications.inbox_items (agency_id, user_id) where template = 'certificate-expiring' and done_at is null;
    `);
  }
}
