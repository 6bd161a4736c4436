import { Migration } from '@mikro-orm/migrations';

/**
 * For customers who know their agency's name and not its code. Only agencies that are open to the public are told of: those whose terms and privacy
 * policy are in force, so that anybody may register there.
 */
export default class AgenciesWithAPortal extends Migration {
  override up(): void {
    this.addSql(`
      create function identity.agencies_with_portal(words text, moment timestamptz, most integer)
        returns table (code text, name jsonb)
        language sql stable security definer set search_path = identity
        as $$ select code, name from identity.agencies as a
              where state = 'active'
                and (strpos(code, words) > 0 or strpos(lower(name ->> 'zh'), words) > 0 or strpos(lower(name ->> 'en'), words) > 0)
                and (select count(distinct kind) from identity.legal_texts as t
                     where t.agency_id = a.agency_id and t.valid_from <= (moment at time zone a.time_zone)::date) = 2
              order by code limit most $$;
      revoke all on function identity.agencies_with_portal(text, timestamptz, integer) from public;
      grant execute on function identity.agencies_with_portal(text, timestamptz, integer) to yitu_identity;
    `);
  }
}
