import { Migration } from '@mikro-orm/migrations';

/**
 * Who administrates an agency is a question of permissions, not of one role's code; a user is never invited (invitations are), and what people asked for
 * to come in or to change their address is kept no longer than it is of use.
 */
export default class AdministratorsAndLeftovers extends Migration {
  override up(): void {
    this.addSql(administrators);
    this.addSql(`
      alter table identity.users drop constraint users_state,
        add constraint users_state check (state in ('active', 'suspended', 'departed'));`);
    this.addSql(sweeping);
  }
}

/**
 * Whoever asks may not see the administrators; the function names them, of the own agency alone. What services say built-in roles give is handed over, since
 * those roles are in the code: rows of {role, permission}. What may end by itself makes no administrator: a single grant with an end, a role that goes with a
 * certificate.
 */
const administrators = `
  ${['roles', 'role_requirements', 'role_requirement_courses']
    .map(
      (table) => `create policy administrators on identity.${table} for select to current_user using (true);`,
    )
    .join('\n  ')}
  create function identity.administrators(wanted text[], built_in jsonb, who uuid default null) returns table (user_id uuid, branch_id uuid)
    language sql stable security definer set search_path = pg_catalog, identity, pg_temp as $$
      select users.id, users.branch_id from identity.users
      where users.active and users.account = 'staff' and (who is null or users.id = who)
        and users.agency_id = nullif(current_setting('yitu.agency_id', true), '')::uuid
        and not exists (
          select from unnest(wanted) as needed (permission)
          where exists (select from unnest(users.denials) as denial where needed.permission like replace(denial, '*', '%'))
            or not (
              exists (select from jsonb_to_recordset(users.grants) as single (permission text, reach text, until text)
                where single.until is null and single.reach = 'agency' and needed.permission like replace(single.permission, '*', '%'))
              or exists (
                select from unnest(users.roles) as held (role)
                where not exists (
                    select from identity.role_requirements as requirement
                      join identity.role_requirement_courses as asked on asked.agency_id = requirement.agency_id and asked.requirement_id = requirement.id
                    where requirement.agency_id = users.agency_id and requirement.role = held.role and requirement.when_expired = 'suspend')
                  and (exists (select from jsonb_to_recordset(built_in) as known (role text, permission text)
                      where known.role = held.role and known.permission = needed.permission)
                    or exists (select from identity.roles, jsonb_to_recordset(roles.grants) as granted (permission text, reach text)
                      where roles.agency_id = users.agency_id and roles.code = held.role
                        and granted.reach = 'agency' and needed.permission like replace(granted.permission, '*', '%'))))))
      order by users.id;
    $$;
  revoke all on function identity.administrators(text[], jsonb, uuid) from public;
  grant execute on function identity.administrators(text[], jsonb, uuid) to yitu_identity;
  drop function identity.system_administrators();`;

/** A day longer than it can be used: letters are still being written, and requests of the last hour are counted. */
const leftovers = ['password_resets', 'email_changes', 'registrations'] as const;

const sweeping = `
  ${leftovers
    .map(
      (table) => `create policy sweep on identity.${table} to current_user using (true);
  create index ${table}_expiry on identity.${table} (expires_at);`,
    )
    .join('\n  ')}
  create function identity.sweep_requests() returns void language sql security definer
    set search_path = pg_catalog, identity, pg_temp as $$
      ${leftovers.map((table) => `delete from identity.${table} where expires_at < now() - interval '1 day';`).join('\n      ')}
    $$;
  revoke all on function identity.sweep_requests() from public;
  grant execute on function identity.sweep_requests() to yitu_identity;`;
