import { requestErrors, type UnitOfWork } from '@yitu/persistence';

/** One kind of rule of an agency: the initial ones are version 1, each setting makes the next and changes none before. */
export interface RuleKind<Rules> {
  /** As its settings are kept. */
  readonly kind: string;
  /** As the audit trail calls them. */
  readonly objectType: string;
  /** What applies until an agency has set its own. */
  readonly initial: Rules;
}

type Versioned<Rules> = Rules & { readonly version: number };

interface SettingRow<Rules> {
  readonly rules: Rules;
  readonly version: number;
}

/** All settings of a kind, newest first; the initial rules are the last of them. */
export async function settingsOf<Rules extends object>(
  uow: UnitOfWork,
  { kind, initial }: RuleKind<Rules>,
): Promise<readonly [Versioned<Rules>, ...Versioned<Rules>[]]> {
  const rows = await uow.rows<SettingRow<Rules>>(
    'select rules, version from booking.rule_settings where agency_id = ? and kind = ? order by version desc',
    [uow.agencyId, kind],
  );
  const set = rows.map(({ rules, version }) => ({ ...initial, ...rules, version }));
  const first = { ...initial, version: 1 };
  const [newest = first, ...earlier] = set;
  return set.length === 0 ? [first] : [newest, ...earlier, first];
}

/** The newest setting of a kind, with its version. */
export async function newestSetting<Rules extends object>(
  uow: UnitOfWork,
  { kind, initial }: RuleKind<Rules>,
): Promise<Versioned<Rules>> {
  const [row] = await uow.rows<SettingRow<Rules>>(
    `select rules, version from booking.rule_settings where agency_id = ? and kind = ? order by version desc limit 1`,
    [uow.agencyId, kind],
  );
  // A setting from before a rule was added says nothing of it: the initial one applies.
  return { ...initial, ...row?.rules, version: row?.version ?? 1 };
}

/** Adds a setting by whoever has read the newest one. @throws request/stale-version for everybody else */
export async function addSetting<Rules extends object>(
  uow: UnitOfWork,
  of: RuleKind<Rules>,
  { version: read, ...said }: Versioned<Rules>,
): Promise<Versioned<Rules>> {
  const { version: current, ...before } = await newestSetting(uow, of);
  if (read !== current) throw requestErrors.staleVersion({ current });
  const version = current + 1;
  // Of two who have read the same version the second finds its row taken.
  const [set] = await uow.rows<{ version: number }>(
    `insert into booking.rule_settings (agency_id, kind, version, rules, set_at)
     values (?, ?, ?, ?, ?) on conflict do nothing returning version`,
    [uow.agencyId, of.kind, version, JSON.stringify(said), uow.now.toString()],
  );
  if (!set) throw requestErrors.staleVersion({ current: version });
  const { objectType } = of;
  uow.audit({ objectType, objectId: uow.agencyId, change: 'update', before, after: said });
  return { ...(said as Rules & object), version }; // the version is all that was taken out
}
