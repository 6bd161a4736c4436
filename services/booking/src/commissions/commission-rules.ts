import { command, query, requestErrors, type UnitOfWork } from '@yitu/persistence';
import { InstantText, route, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { checkRules, CommissionRule } from './commission-rule.ts';

const Rules = Type.Object({ rules: Type.Array(CommissionRule, { maxItems: 1_000 }) });
type Rules = Static<typeof Rules>;

/** Until an agency has set rules, nobody earns anything: branches that agreed on nothing owe each other nothing. */
async function rulesInForce(uow: UnitOfWork): Promise<Rules & { version: number }> {
  const [set] = await uow.rows<Rules & { version: number }>(
    'select rules, version from booking.commission_rules where agency_id = ? order by version desc limit 1',
    [uow.agencyId],
  );
  return set ?? { rules: [], version: 1 };
}

const setRules = command(
  { permission: 'booking.rules.set' },
  async (uow, { version: read, rules }: Rules & { readonly version: number }) => {
    checkRules(rules);
    const { version: current, rules: before } = await rulesInForce(uow);
    if (read !== current) throw requestErrors.staleVersion({ current });
    const version = current + 1;
    // Of two who have read the same version the second finds its row taken.
    const [set] = await uow.rows<{ version: number }>(
      `insert into booking.commission_rules (agency_id, version, rules, valid_from)
       values (?, ?, ?::jsonb, ?) on conflict do nothing returning version`,
      [uow.agencyId, version, JSON.stringify(rules), uow.now.toString()],
    );
    if (!set) throw requestErrors.staleVersion({ current: version });
    uow.audit({
      ...{ objectType: 'CommissionRules', objectId: uow.agencyId, change: 'update' },
      ...{ before: { rules: before }, after: { rules } },
    });
    return { rules, version, validFrom: uow.now.toString() };
  },
);

const getRules = query({ permission: 'booking.rules.read' }, (uow, _input: object) => rulesInForce(uow));

const RulesView = Type.Object({ ...Rules.properties, version: Version }, { title: 'CommissionRulesInForce' });

export const commissionRulesRoutes = () => [
  route({
    method: 'PUT',
    path: '/v1/commission-rules',
    summary: 'Set what branches earn for selling what others operate, for orders confirmed from now on',
    access: 'booking.rules.set',
    body: Rules,
    result: Type.Object({ ...RulesView.properties, validFrom: InstantText }),
    versioned: true,
    handle: (call, { body, version }) => setRules(call, { ...body, version }),
  }),
  route({
    method: 'GET',
    path: '/v1/commission-rules',
    summary: 'What branches earn for selling what others operate',
    access: 'booking.rules.read',
    result: RulesView,
    handle: (call) => getRules(call, {}),
  }),
];
