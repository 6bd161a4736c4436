import { Migration } from '@mikro-orm/migrations';

/**
 * For customers who know their agency's name and not its code. Only agencies that are open to the public are told of: those whose terms and privacy
 * policy are in force, so that anybody may register there.
 *
 * Anybody may ask, so no question reads all agencies: every word of two characters or more stands in the index, by the pairs of neighbours in it. A
 * trigram index would find nothing by 云栖.
 */
export default class AgenciesWithAPortal extends Migration {
  override up(): void {
    const said = `code, lower(name ->> 'zh'), lower(name ->> 'en')`;
    this.addSql(`
      create function identity.letter_pairs(variadic texts text[]) returns text[]
        language sql immutable parallel safe
        as $$ select coalesce(array_agg(distinct substr(one, place, 2)), '{}')
              from unnest(texts) as one, generate_series(1, length(one) - 1) as place $$;
      create index agencies_letter_pairs on identity.agencies using gin (identity.letter_pairs(${said}));
      create function identity.agencies_with_portal(words text, moment timestamptz, most integer)
        returns table (code text, name jsonb)
        language sql stable security definer set search_path = identity
        as $$ select code, name from identity.agencies as a
              where state = 'active'
                and length(words) > 1 and identity.letter_pairs(${said}) @> identity.letter_pairs(words)
                and (strpos(code, words) > 0 or strpos(lower(name ->> 'zh'), words) > 0 or strpos(lower(name ->> 'en'), words) > 0)
                and (select count(distinct kind) from identity.legal_texts as t
                     where t.agency_id = a.agency_id and t.valid_from <= (moment at time zone a.time_zone)::date) = 2
              order by code = words desc, code limit most $$;
      revoke all on function identity.agencies_with_portal(text, timestamptz, integer) from public;
      grant execute on function identity.agencies_with_portal(text, timestamptz, integer) to yitu_identity;
    `);
  }
}
