import { tenantTable } from '@yitu/persistence';
import { Migration } from '@mikro-orm/migrations';

const tables = [
  'incidents',
  'incident_people',
  'incident_entries',
  'incident_isolations',
  'incident_rules',
  'rule_occurrences',
  'courses',
  'trainings',
  'training_attendance',
  'assessments',
  'role_requirements',
  'role_requirement_courses',
];

/** Rows that say something of one person are seen as far as that person is: the rows of `users` keep that line already. */
const seenWithPerson = (table: string) => `
  create policy person on identity.${table} as restrictive to yitu_identity
    using (exists (select from identity.users where users.agency_id = ${table}.agency_id and users.id = ${table}.user_id));`;

const seenWithIncident = (table: string) => `
  create policy incident on identity.${table} as restrictive to yitu_identity
    using (exists (select from identity.incidents where incidents.agency_id = ${table}.agency_id and incidents.id = ${table}.incident_id));`;

/** Security incidents with what opens them, and what staff have learnt with what roles ask of it. */
export default class IncidentsAndTraining extends Migration {
  override up(): void {
    this.addSql(incidents);
    this.addSql(training);
    this.addSql(`
      ${tables.map((table) => tenantTable('identity', table)).join('\n')}
      -- Incidents concern the agency: only its own reach sees them all, others see what they reported themselves.
      create policy agency_wide on identity.incidents as restrictive to yitu_identity using (
        (select nullif(current_setting('yitu.reach', true), '')) = 'agency'
        or opened_by = (select nullif(current_setting('yitu.user_id', true), ''))::uuid);
      ${['incident_people', 'incident_entries', 'incident_isolations'].map(seenWithIncident).join('\n')}
      ${['training_attendance', 'assessments'].map(seenWithPerson).join('\n')}
      revoke update, delete on identity.incident_entries from yitu_identity;
      -- Whoever reports an incident may not see the administrators; this function tells whom it must reach, of the own agency alone.
      create policy alarmed on identity.users for select to current_user using (true);
      create function identity.system_administrators() returns table (user_id uuid, branch_id uuid)
        language sql stable security definer set search_path = identity
        as $$ select id, branch_id from identity.users where active and 'system-administrator' = any (roles)
          and agency_id = nullif(current_setting('yitu.agency_id', true), '')::uuid order by id $$;
      revoke all on function identity.system_administrators() from public;
      grant execute on function identity.system_administrators() to yitu_identity;
    `);
  }
}

const incidents = `
  create table identity.incidents (
    agency_id uuid not null,
    id uuid not null,
    kind text not null,
    severity text not null check (severity in ('low', 'medium', 'high', 'critical')),
    state text not null check (state in ('open', 'investigating', 'contained', 'closed')),
    by_rule boolean not null,
    title text,
    description text not null,
    objects jsonb not null,
    opened_by uuid,
    owner_id uuid,
    opened_at timestamptz not null,
    contained_at timestamptz,
    closed_at timestamptz,
    cause text,
    lessons text,
    version integer not null,
    primary key (agency_id, id),
    constraint incidents_opener check (by_rule = (opened_by is null)),
    constraint incidents_closing check ((state = 'closed') = (closed_at is not null and cause is not null and lessons is not null)),
    foreign key (agency_id, owner_id) references identity.users (agency_id, id)
  );
  create index incidents_state on identity.incidents (agency_id, state, id desc);
  -- A burst over many accounts concerns nobody in particular: one of them is open at a time.
  create unique index incidents_open_burst_key on identity.incidents (agency_id, kind) where kind = 'sign-ins-failing' and state <> 'closed';
  create table identity.incident_people (
    agency_id uuid not null,
    incident_id uuid not null,
    user_id uuid not null,
    kind text not null,
    closed boolean not null default false,
    primary key (agency_id, incident_id, user_id),
    foreign key (agency_id, incident_id) references identity.incidents (agency_id, id),
    constraint incident_people_user_fkey foreign key (agency_id, user_id) references identity.users (agency_id, id)
  );
  create unique index incident_people_open_key on identity.incident_people (agency_id, kind, user_id) where not closed;
  create table identity.incident_entries (
    agency_id uuid not null,
    id uuid not null,
    incident_id uuid not null,
    -- Ids of one millisecond stand in no order; what happened first must.
    position bigint generated always as identity,
    at timestamptz not null,
    actor_id uuid,
    what text not null,
    note text,
    details jsonb not null,
    primary key (agency_id, id),
    foreign key (agency_id, incident_id) references identity.incidents (agency_id, id)
  );
  create index incident_entries_incident on identity.incident_entries (agency_id, incident_id, position desc);
  create table identity.incident_isolations (
    agency_id uuid not null,
    id uuid not null,
    incident_id uuid not null,
    -- An API client's id is its user's.
    user_id uuid not null,
    action text not null check (action in ('suspend-account', 'disable-client')),
    isolated_at timestamptz not null,
    lifted_at timestamptz,
    primary key (agency_id, id),
    foreign key (agency_id, incident_id) references identity.incidents (agency_id, id),
    foreign key (agency_id, user_id) references identity.users (agency_id, id)
  );
  create unique index incident_isolations_in_force_key on identity.incident_isolations (agency_id, incident_id, user_id) where lifted_at is null;
  create index incident_isolations_user on identity.incident_isolations (agency_id, user_id) where lifted_at is null;
  -- One row for each agency that has changed the built-in rules, which are version 1.
  create table identity.incident_rules (
    agency_id uuid not null,
    id uuid not null,
    rules jsonb not null,
    version integer not null,
    primary key (agency_id, id),
    constraint incident_rules_agency_key unique (agency_id)
  );
  -- What rules have counted and no incident has taken up yet; person_id is missing where nobody in particular is concerned.
  create table identity.rule_occurrences (
    agency_id uuid not null,
    event_id uuid not null,
    kind text not null,
    person_id uuid,
    object_id uuid,
    occurred_at timestamptz not null,
    amount bigint not null check (amount > 0),
    primary key (agency_id, event_id)
  );
  create index rule_occurrences_counted on identity.rule_occurrences (agency_id, kind, person_id, occurred_at);`;

const training = `
  create table identity.courses (
    agency_id uuid not null,
    id uuid not null,
    code text not null,
    name jsonb not null,
    roles text[] not null,
    passing_score integer not null check (passing_score between 1 and 100),
    validity_months integer not null check (validity_months between 1 and 120),
    mandatory boolean not null,
    version integer not null,
    created_at timestamptz not null,
    primary key (agency_id, id),
    constraint courses_code_key unique (agency_id, code)
  );
  create table identity.trainings (
    agency_id uuid not null,
    id uuid not null,
    course_id uuid not null,
    held_on date not null,
    recorded_by uuid not null,
    version integer not null,
    created_at timestamptz not null,
    primary key (agency_id, id),
    foreign key (agency_id, course_id) references identity.courses (agency_id, id)
  );
  create index trainings_course on identity.trainings (agency_id, course_id, id desc);
  create table identity.training_attendance (
    agency_id uuid not null,
    training_id uuid not null,
    user_id uuid not null,
    primary key (agency_id, training_id, user_id),
    foreign key (agency_id, training_id) references identity.trainings (agency_id, id),
    constraint training_attendance_user_fkey foreign key (agency_id, user_id) references identity.users (agency_id, id)
  );
  create index training_attendance_user on identity.training_attendance (agency_id, user_id);
  create table identity.assessments (
    agency_id uuid not null,
    id uuid not null,
    course_id uuid not null,
    user_id uuid not null,
    assessed_on date not null,
    score integer not null check (score between 0 and 100),
    passing_score integer not null,
    passed boolean not null,
    valid_until date,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    version integer not null,
    primary key (agency_id, id),
    constraint assessments_passed check (passed = (score >= passing_score) and passed = (valid_until is not null)),
    constraint assessments_four_eyes check (recorded_by <> user_id),
    foreign key (agency_id, course_id) references identity.courses (agency_id, id),
    foreign key (agency_id, user_id) references identity.users (agency_id, id)
  );
  create index assessments_user on identity.assessments (agency_id, user_id, course_id, valid_until);
  create table identity.role_requirements (
    agency_id uuid not null,
    id uuid not null,
    role text not null,
    when_expired text not null check (when_expired in ('warn', 'suspend')),
    version integer not null,
    primary key (agency_id, id),
    constraint role_requirements_role_key unique (agency_id, role)
  );
  create table identity.role_requirement_courses (
    agency_id uuid not null,
    requirement_id uuid not null,
    course_id uuid not null,
    primary key (agency_id, requirement_id, course_id),
    foreign key (agency_id, requirement_id) references identity.role_requirements (agency_id, id),
    foreign key (agency_id, course_id) references identity.courses (agency_id, id)
  );`;
