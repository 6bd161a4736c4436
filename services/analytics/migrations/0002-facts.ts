import { directoryTables } from '@yitu/directory';
import { tenantTable } from '@yitu/persistence';
import { Migration } from '@mikro-orm/migrations';

/**
 * What events have told of each order and each answered survey. Events of different aggregates come in any order, so every column but the key may
 * still be missing; figures are computed from these facts when they are asked for.
 */
export default class Facts extends Migration {
  override up(): void {
    this.addSql(`
      ${directoryTables('analytics')}
      create table analytics.order_facts (
        agency_id uuid not null,
        id uuid not null,
        branch_id uuid not null,
        currency char(3) not null,
        placed_at timestamptz,
        confirmed_at timestamptz,
        sales bigint,
        seats integer,
        ended_at timestamptz,
        settled_at timestamptz,
        revenue bigint,
        cost bigint,
        primary key (agency_id, id)
      );
      create index order_facts_placed on analytics.order_facts (agency_id, placed_at);
      create index order_facts_confirmed on analytics.order_facts (agency_id, confirmed_at);
      create index order_facts_ended on analytics.order_facts (agency_id, ended_at);
      create index order_facts_settled on analytics.order_facts (agency_id, settled_at);
      create table analytics.survey_facts (
        agency_id uuid not null,
        id uuid not null,
        branch_id uuid not null,
        order_id uuid not null,
        answered_at timestamptz not null,
        attitude smallint not null,
        efficiency smallint not null,
        quality smallint not null,
        price smallint not null,
        after_sales smallint not null,
        nps smallint not null,
        primary key (agency_id, id)
      );
      create index survey_facts_answered on analytics.survey_facts (agency_id, answered_at);
      ${['order_facts', 'survey_facts'].map((table) => tenantTable('analytics', table, { branch: 'branch_id' })).join('\n')}
    `);
  }
}
