import { directoryTables } from '@yitu/directory';
import { tenantTable } from '@yitu/persistence';
import { Migration } from '@mikro-orm/migrations';

const ofBranch = { branch: 'branch_id' };

/** What is said (templates), what is sent (deliveries, reminders), what staff find in their inbox, and the facts of others those need. */
export default class TemplatesDeliveriesInbox extends Migration {
  override up(): void {
    this.addSql(`
      ${directoryTables('notifications')}
      create table notifications.orders (
        agency_id uuid not null,
        id uuid not null,
        number text not null,
        branch_id uuid not null,
        customer_id uuid not null,
        author_id uuid not null,
        primary key (agency_id, id)
      );
      -- Only templates an agency has changed; version 1 of each is built in.
      create table notifications.templates (
        agency_id uuid not null,
        id uuid not null,
        key text not null,
        locale text not null check (locale in ('zh', 'en')),
        version integer not null check (version >= 2),
        primary key (agency_id, id),
        constraint templates_key_locale_key unique (agency_id, key, locale)
      );
      create table notifications.template_versions (
        agency_id uuid not null,
        template_id uuid not null,
        version integer not null,
        subject text not null,
        text text not null,
        html text not null,
        author_id uuid not null,
        created_at timestamptz not null,
        primary key (agency_id, template_id, version),
        foreign key (agency_id, template_id) references notifications.templates (agency_id, id)
      );
      -- Neither address nor text: both are asked for and made at the moment of sending.
      create table notifications.deliveries (
        agency_id uuid not null,
        id uuid not null,
        template text not null,
        channel text not null check (channel in ('email')),
        about_id uuid not null,
        customer_id uuid not null,
        branch_id uuid not null,
        facts jsonb not null,
        state text not null check (state in ('queued', 'sent', 'failed')),
        round integer not null default 1,
        template_version integer,
        locale text,
        finished_at timestamptz,
        version integer not null,
        created_at timestamptz not null,
        primary key (agency_id, id)
      );
      create index deliveries_about on notifications.deliveries (agency_id, about_id, id desc);
      create index deliveries_state on notifications.deliveries (agency_id, state, id desc);
      create table notifications.delivery_attempts (
        agency_id uuid not null,
        delivery_id uuid not null,
        round integer not null,
        number integer not null,
        branch_id uuid not null,
        attempted_at timestamptz not null,
        error_code text,
        next_attempt_at timestamptz,
        primary key (agency_id, delivery_id, round, number),
        foreign key (agency_id, delivery_id) references notifications.deliveries (agency_id, id)
      );
      create table notifications.reminders (
        agency_id uuid not null,
        id uuid not null,
        order_id uuid not null,
        customer_id uuid not null,
        branch_id uuid not null,
        product_name jsonb not null,
        departs_on date not null,
        returns_on date not null,
        time_zone text not null,
        due_at timestamptz not null,
        state text not null check (state in ('waiting', 'sent', 'cancelled', 'too-late')),
        delivery_id uuid,
        created_at timestamptz not null,
        primary key (agency_id, id),
        constraint reminders_order_key unique (agency_id, order_id)
      );
      -- Either for one person, or for all who hold a permission within reach of the branch.
      create table notifications.inbox_items (
        agency_id uuid not null,
        id uuid not null,
        template text not null,
        about_id uuid not null,
        branch_id uuid not null,
        facts jsonb not null,
        user_id uuid,
        permission text,
        except_user_id uuid,
        created_at timestamptz not null,
        done_at timestamptz,
        primary key (agency_id, id),
        constraint inbox_items_addressee check ((user_id is null) <> (permission is null))
      );
      create index inbox_items_user on notifications.inbox_items (agency_id, user_id, id desc) where user_id is not null;
      create index inbox_items_permission on notifications.inbox_items (agency_id, permission, id desc) where permission is not null;
      create index inbox_items_about on notifications.inbox_items (agency_id, about_id) where done_at is null;
      create table notifications.inbox_reads (
        agency_id uuid not null,
        item_id uuid not null,
        user_id uuid not null,
        read_at timestamptz not null,
        primary key (agency_id, item_id, user_id),
        foreign key (agency_id, item_id) references notifications.inbox_items (agency_id, id)
      );
      ${['orders', 'templates', 'template_versions'].map((table) => tenantTable('notifications', table)).join('\n')}
      ${['deliveries', 'delivery_attempts', 'reminders'].map((table) => tenantTable('notifications', table, ofBranch)).join('\n')}
      -- Whose an inbox item is depends on what the reader may do: read-inbox.ts says so in its query.
      ${['inbox_items', 'inbox_reads'].map((table) => tenantTable('notifications', table)).join('\n')}
      revoke update, delete on notifications.template_versions from yitu_notifications;
    `);
  }
}
