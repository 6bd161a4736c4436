import type { Pool } from 'pg';

interface Column {
  readonly name: string;
  readonly type: string;
}

const columnsSql = `
  select a.attname::text as name, format_type(a.atttypid, null) as type
  from pg_attribute a
  where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    and (a.attname = 'agency_id' or (a.attnotnull and not a.atthasdef and a.attidentity = ''))`;

/** A value of each type that columns have. Moments are now: what is old may be purged while it is looked at. */
const values: Readonly<Record<string, () => unknown>> = {
  uuid: () => crypto.randomUUID(),
  text: () => 'planted',
  character: () => 'CNY',
  jsonb: () => '{}',
  integer: () => 1,
  smallint: () => 1,
  bigint: () => 1,
  boolean: () => false,
  date: () => '2026-01-01',
  bytea: () => Buffer.from('planted'),
  'text[]': () => [],
  'timestamp with time zone': () => new Date().toISOString(),
};

/** SQL of a value; $1 is the agency. */
const sql = (text: string) => ({ sql: text });

const isSql = (value: unknown): value is { sql: string } =>
  typeof value === 'object' && value !== null && 'sql' in value;

const aPerson = sql('(select id from identity.users where agency_id = $1 limit 1)');
const anIncident = sql('(select id from identity.incidents where agency_id = $1 limit 1)');

/**
 * What constraints ask for, by table and column, and keys that must lead somewhere since the row is seen with what they lead to. A table whose constraints
 * refuse the values above needs a line here.
 */
const wanted: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'booking.city_names': { version: 2 },
  'booking.commission_records': { kind: 'earned', amount: 1, base: 1 },
  'booking.commission_rules': { version: 2, rules: '[]' },
  'booking.coupon_redemptions': { order_id: sql('gen_random_uuid()'), reserved_at: sql('now()') },
  'booking.exchange_rates': { from_currency: 'CNY', to_currency: 'USD', rate: '0.14' },
  'booking.group_choices': { choice: 'refund', consent_by: 'letter', recorded_by: sql('gen_random_uuid()') },
  'booking.group_rules': { version: 2, decision_days: [30], below_minimum: 'cancel' },
  'booking.rule_settings': { version: 2, rules: '{}' },
  'booking.portal_rules': { version: 2, open_holds: 1, seats_per_order: 1 },
  'booking.cancellation_policies': { version: 2, home_country: 'CN' },
  'itinerary.trip_departures': { cancelled: true },
  'crm.consents': { purpose: 'marketing', channel: 'email', told_by: 'staff' },
  'finance.payment_callbacks': { result: 'paid', outcome: 'recorded' },
  'finance.refund_rules': { version: 2 },
  'booking.payment_terms': {
    version: 2,
    deposit_percent: 30,
    deposit_due_days: 3,
    balance_due_days_before: 15,
  },
  'identity.agency_keys': { purpose: 'wrapping' },
  'identity.assessments': { score: 0, user_id: aPerson },
  'identity.email_changes': { state: 'pending' },
  'identity.incident_people': { incident_id: anIncident },
  'identity.legal_texts': { kind: 'terms' },
  'identity.passkey_challenges': { purpose: 'registration' },
  'identity.password_resets': { state: 'used' },
  'identity.person_keys': { wrapped: 'planted', agency_key_version: 1, index_key_version: 1 },
  'identity.registrations': { locale: 'zh', state: 'asked', mobile: '+8613800138000' },
  'identity.training_attendance': { user_id: aPerson },
  'identity.role_requirements': { when_expired: 'warn' },
  'identity.sign_in_tickets': { purpose: 'enrolment' },
  'notifications.templates': { locale: 'zh', version: 2 },
};

/**
 * Puts a row of an agency into a table that the story leaves empty: without rows nothing is proven of it. Keys that lead to other tables lead nowhere.
 * @returns why it could not be done, if so
 */
export async function plantRow(admin: Pool, table: string, agencyId: string): Promise<string | undefined> {
  const { rows: columns } = await admin.query<Column>(columnsSql, [table]);
  const required = columns.map(({ name, type }) => [name, values[type]?.() ?? null] as const);
  const row = { ...Object.fromEntries(required), ...wanted[table], agency_id: agencyId };
  const given: unknown[] = [agencyId];
  const places = Object.values(row).map((value) => {
    if (isSql(value)) return value.sql;
    given.push(value);
    return `$${given.length}`;
  });
  const client = await admin.connect();
  try {
    await client.query('begin');
    await client.query("set local session_replication_role = 'replica'");
    await client.query(
      `insert into ${table} (${Object.keys(row).join(', ')}) select ${places.join(', ')} where $1::uuid is not null`,
      given,
    );
    await client.query('commit');
    return undefined;
  } catch (error) {
    await client.query('rollback');
    return error instanceof Error ? error.message : String(error);
  } finally {
    client.release();
  }
}
