import { tenantTable } from '@yitu/persistence';
import { Migration } from '@mikro-orm/migrations';

/** What events have told of each security incident. Incidents concern the agency: branch reach sees none of them. */
export default class IncidentFacts extends Migration {
  override up(): void {
    this.addSql(`
      create table analytics.incident_facts (
        agency_id uuid not null,
        id uuid not null,
        kind text not null,
        severity text not null,
        opened_at timestamptz not null,
        contained_at timestamptz,
        closed_at timestamptz,
        primary key (agency_id, id)
      );
      create index incident_facts_opened on analytics.incident_facts (agency_id, opened_at);
      create index incident_facts_open on analytics.incident_facts (agency_id) where closed_at is null;
      ${tenantTable('analytics', 'incident_facts')}
      create policy agency_wide on analytics.incident_facts as restrictive to yitu_analytics
        using ((select nullif(current_setting('yitu.reach', true), '')) = 'agency');
    `);
  }
}
