import { directoryTables } from '@yitu/directory';
import { tenantTable } from '@yitu/persistence';
import { Migration } from '@mikro-orm/migrations';

/**
 * The double-entry ledger. The database itself holds its laws: at commit every entry has the postings it was declared with, two at least, and
 * debits equal credits in each currency; what is posted is never changed, by nobody; one source posts once.
 */
export default class Ledger extends Migration {
  override up(): void {
    this.addSql(`
      ${directoryTables('finance')}
      -- purpose is what decisions post to; the code is the agency's own number for it.
      create table finance.accounts (
        agency_id uuid not null,
        code text not null check (code ~ '^[0-9]{4,12}$'),
        purpose text not null,
        kind text not null check (kind in ('asset', 'liability', 'clearing', 'equity', 'revenue', 'expense')),
        name jsonb not null,
        chart_version integer not null,
        primary key (agency_id, code),
        constraint accounts_purpose_key unique (agency_id, purpose)
      );
      create table finance.entries (
        agency_id uuid not null,
        id uuid not null,
        number text not null,
        branch_id uuid not null,
        entry_date date not null check (entry_date >= '2000-01-01'),
        text jsonb not null,
        source_kind text not null check (source_kind in ('payment', 'supplier-cost', 'group-settlement', 'reversal')),
        source_id uuid not null,
        reverses_entry_id uuid,
        line_count smallint not null check (line_count >= 2),
        posted_by text not null,
        posted_at timestamptz not null,
        primary key (agency_id, id),
        constraint entries_number_key unique (agency_id, number),
        constraint entries_source_key unique (agency_id, source_kind, source_id),
        constraint entries_branch_key unique (agency_id, id, branch_id),
        -- A reversal's source is what it reverses, so an entry is reversed once.
        constraint entries_reversal check ((source_kind = 'reversal') = (reverses_entry_id is not null) and coalesce(reverses_entry_id = source_id, true)),
        foreign key (agency_id, reverses_entry_id) references finance.entries (agency_id, id),
        foreign key (agency_id, branch_id) references finance.branches (agency_id, id)
      );
      create index entries_by_branch on finance.entries (agency_id, branch_id, id desc);
      create index entries_by_date on finance.entries (agency_id, entry_date);
      create table finance.postings (
        agency_id uuid not null,
        entry_id uuid not null,
        line smallint not null check (line >= 1),
        branch_id uuid not null,
        account_code text not null,
        debit bigint not null check (debit >= 0),
        credit bigint not null check (credit >= 0),
        currency char(3) not null,
        primary key (agency_id, entry_id, line),
        constraint postings_one_side check ((debit = 0) <> (credit = 0)),
        foreign key (agency_id, entry_id, branch_id) references finance.entries (agency_id, id, branch_id),
        foreign key (agency_id, account_code) references finance.accounts (agency_id, code)
      );
      create index postings_by_account on finance.postings (agency_id, account_code);

      ${tenantTable('finance', 'accounts')}
      ${['entries', 'postings'].map((table) => tenantTable('finance', table, { branch: 'branch_id' })).join('\n')}
      revoke update, delete on finance.accounts, finance.entries, finance.postings from yitu_finance;

      -- Runs with the rights of whoever posts: an entry they cannot see (another tenant set before the commit) counts as one without postings.
      -- Temporary tables come last: first is where they would be looked for if they were not named, in front of the ledger itself.
      create function finance.check_entry() returns trigger language plpgsql set search_path = pg_catalog, finance, pg_temp as $$
        declare
          entry uuid;
          declared smallint;
          present integer;
          unequal integer;
        begin
          if tg_table_name = 'entries' then entry := new.id; else entry := new.entry_id; end if;
          select line_count into declared from entries where agency_id = new.agency_id and id = entry;
          select coalesce(sum(lines), 0), count(*) filter (where debits <> credits) into present, unequal
            from (select count(*) as lines, sum(debit) as debits, sum(credit) as credits
                  from postings where agency_id = new.agency_id and entry_id = entry group by currency) as by_currency;
          if present is distinct from declared then
            raise exception using errcode = 'check_violation', constraint = 'entries_complete',
              message = format('entry %s has %s postings and was declared with %s', entry, present, coalesce(declared::text, 'none'));
          end if;
          if unequal > 0 then
            raise exception using errcode = 'check_violation', constraint = 'entries_balanced',
              message = format('the debits of entry %s are not its credits', entry);
          end if;
          return null;
        end $$;
      create constraint trigger entries_complete after insert on finance.entries
        deferrable initially deferred for each row execute function finance.check_entry();
      create constraint trigger postings_balanced after insert on finance.postings
        deferrable initially deferred for each row execute function finance.check_entry();

      create function finance.refuse_change() returns trigger language plpgsql as $$
        begin
          raise exception using errcode = 'restrict_violation', constraint = tg_name,
            message = format('%s is refused: what is posted is never changed, only reversed by another entry', lower(tg_op));
        end $$;
      create trigger entries_never_changed before update or delete or truncate on finance.entries
        for each statement execute function finance.refuse_change();
      create trigger postings_never_changed before update or delete or truncate on finance.postings
        for each statement execute function finance.refuse_change();
    `);
  }
}
