import { tenantTable } from '@yitu/persistence';
import { Migration } from '@mikro-orm/migrations';

/** Travel guides and news about destinations. */
export default class Articles extends Migration {
  override up(): void {
    this.addSql(`
      create table booking.articles (
        agency_id uuid not null,
        id uuid not null,
        kind text not null check (kind in ('guide', 'news')),
        state text not null check (state in ('draft', 'published', 'withdrawn')),
        title jsonb not null,
        body jsonb not null,
        country char(2) not null,
        city text not null,
        author_id uuid not null,
        version integer not null,
        created_at timestamptz not null,
        primary key (agency_id, id)
      );
      create index articles_by_place on booking.articles (agency_id, state, country, city, id desc);
      create index articles_by_kind on booking.articles (agency_id, state, kind, id desc);
      create index articles_by_state on booking.articles (agency_id, state, id desc);
      ${tenantTable('booking', 'articles')}
    `);
  }
}
