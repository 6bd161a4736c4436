import { Migration } from '@mikro-orm/migrations';

const added = `
  ('6021', 'commission-income', 'revenue', '{"zh": "手续费及佣金收入", "en": "Commission income"}'),
  ('6421', 'commission-expense', 'expense', '{"zh": "手续费及佣金支出", "en": "Commission expense"}')`;

/** Commissions between branches: accounts for them, also in books that are open, and entries made for them. */
export default class Commissions extends Migration {
  override up(): void {
    this.addSql(`
      insert into finance.accounts (agency_id, code, purpose, kind, name, chart_version)
      select agency_id, code, purpose, kind, name::jsonb, 2
      from (select distinct agency_id from finance.accounts) as books cross join (values ${added}) as account (code, purpose, kind, name)
      on conflict do nothing;
      -- Beside whatever kinds there are by then.
      do $$
        declare kinds text;
        begin
          select pg_get_constraintdef(oid) into strict kinds from pg_constraint
            where conrelid = 'finance.entries'::regclass and conname = 'entries_source_kind_check';
          alter table finance.entries drop constraint entries_source_kind_check;
          execute 'alter table finance.entries add constraint entries_source_kind_check '
            || replace(kinds, 'ARRAY[', 'ARRAY[''commission-earned''::text, ''commission-granted''::text, ');
        end $$;
    `);
  }
}
