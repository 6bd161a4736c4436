import { tenantTable } from '@yitu/persistence';
import { Migration } from '@mikro-orm/migrations';

/** Pictures of products and articles; their files lie in a directory, each under the hash of its content. */
export default class Pictures extends Migration {
  override up(): void {
    this.addSql(`
      create table booking.pictures (
        agency_id uuid not null,
        id uuid not null,
        product_id uuid,
        article_id uuid,
        position integer not null,
        alt jsonb not null,
        hash text not null check (hash ~ '^[0-9a-f]{64}$'),
        media_type text not null check (media_type in ('image/jpeg', 'image/png', 'image/webp')),
        width integer not null,
        height integer not null,
        size integer not null,
        created_at timestamptz not null,
        primary key (agency_id, id),
        foreign key (agency_id, product_id) references booking.products (agency_id, id),
        foreign key (agency_id, article_id) references booking.articles (agency_id, id),
        constraint pictures_of_one check (num_nonnulls(product_id, article_id) = 1)
      );
      create index pictures_of_product on booking.pictures (agency_id, product_id, position) where product_id is not null;
      create index pictures_of_article on booking.pictures (agency_id, article_id, position) where article_id is not null;
      create index pictures_by_hash on booking.pictures (agency_id, hash);
      ${tenantTable('booking', 'pictures')}
    `);
  }
}
