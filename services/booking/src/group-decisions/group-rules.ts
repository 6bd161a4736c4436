import { command, query, requestErrors, type UnitOfWork } from '@yitu/persistence';
import { InstantText, route, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';

/** When it is looked at whether groups reach their minimum, and what follows on the last of these days. */
export const GroupRules = Type.Object(
  {
    decisionDays: Type.Array(Type.Integer({ minimum: 1, maximum: 365 }), {
      maxItems: 10,
      uniqueItems: true,
      description: 'Days before departure',
    }),
    belowMinimum: Type.Enum(['at-risk', 'cancel'], {
      description:
        'What a group below its minimum becomes on the last day: a person decides, or it is cancelled',
    }),
  },
  { title: 'GroupRules' },
);

export type GroupRules = Static<typeof GroupRules>;

/** What applies until an agency has set its own: looked at 30 and 7 days before, no trip is cancelled without a person. */
const initialRules: GroupRules = { decisionDays: [30, 7], belowMinimum: 'at-risk' };

/** The rules in force, with their version: 1 are the initial ones. */
export async function groupRulesInForce(uow: UnitOfWork): Promise<GroupRules & { version: number }> {
  const [rules] = await uow.rows<GroupRules & { version: number }>(
    `select decision_days as "decisionDays", below_minimum as "belowMinimum", version
     from booking.group_rules where agency_id = ? order by version desc limit 1`,
    [uow.agencyId],
  );
  return rules ?? { ...initialRules, version: 1 };
}

const setRules = command(
  { permission: 'booking.rules.set' },
  async (uow, { version: read, ...rules }: GroupRules & { readonly version: number }) => {
    const { version: current, ...before } = await groupRulesInForce(uow);
    if (read !== current) throw requestErrors.staleVersion({ current });
    const version = current + 1;
    const decisionDays = rules.decisionDays.toSorted((left, right) => right - left);
    const after = { ...rules, decisionDays };
    // Of two who have read the same version the second finds its row taken.
    const [set] = await uow.rows<{ version: number }>(
      `insert into booking.group_rules (agency_id, version, decision_days, below_minimum, valid_from)
       values (?, ?, string_to_array(?, ',')::integer[], ?, ?) on conflict do nothing returning version`,
      [uow.agencyId, version, decisionDays.join(','), rules.belowMinimum, uow.now.toString()],
    );
    if (!set) throw requestErrors.staleVersion({ current: version });
    uow.audit({ objectType: 'GroupRules', objectId: uow.agencyId, change: 'update', before, after });
    return { ...after, version, validFrom: uow.now.toString() };
  },
);

const getRules = query({ permission: 'booking.rules.read' }, (uow, _input: object) => groupRulesInForce(uow));

const RulesView = Type.Object({ ...GroupRules.properties, version: Version }, { title: 'GroupRulesInForce' });

export const groupRulesRoutes = () => [
  route({
    method: 'PUT',
    path: '/v1/group-rules',
    summary: 'Set when minimum groups are decided on; the days count for departures scheduled from now on',
    access: 'booking.rules.set',
    body: GroupRules,
    result: Type.Object({ ...RulesView.properties, validFrom: InstantText }),
    versioned: true,
    handle: (call, { body, version }) => setRules(call, { ...body, version }),
  }),
  route({
    method: 'GET',
    path: '/v1/group-rules',
    summary: 'The rules for minimum groups in force',
    access: 'booking.rules.read',
    result: RulesView,
    handle: (call) => getRules(call, {}),
  }),
];
