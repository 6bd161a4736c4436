import { Migration } from '@mikro-orm/migrations';

/** Pictures in smaller sizes, made when they are added: what was there before has none. Their files are named by their hashes too. */
export default class SmallPictures extends Migration {
  override up(): void {
    this.addSql(`
      alter table booking.pictures add column sizes jsonb not null default '[]';
      create index pictures_by_size on booking.pictures using gin (sizes jsonb_path_ops);
    `);
  }
}
