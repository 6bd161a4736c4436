import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { command, query, requestErrors, type UnitOfWork } from '@yitu/persistence';
import { route, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { severities, type RuleKind } from './kinds.ts';

const Rule = Type.Object({
  enabled: Type.Boolean(),
  threshold: Type.Integer({ minimum: 1, maximum: 1_000_000, description: 'Opens an incident when reached' }),
  windowSeconds: Type.Integer({ minimum: 1, maximum: 604_800, description: 'Within so many seconds' }),
  severity: Type.Enum([...severities]),
});
type Rule = Static<typeof Rule>;

const described = (description: string) => Type.Object({ ...Rule.properties }, { description });

const Rules = Type.Object({
  'failed-sign-ins': described('Failed sign-ins that locked one account'),
  'sign-ins-failing': described('Failed sign-ins over many accounts of the agency'),
  'document-reveals': described('Different documents and bank accounts one person revealed'),
  'large-export': described('Entries one person exported'),
  'token-reuse': described("Refresh tokens of one person's sessions used twice"),
} satisfies Record<RuleKind, typeof Rule>);
type Rules = Static<typeof Rules>;

/** Version 1 of every agency's rules. */
const builtIn: Rules = {
  // One account's lock-out is told once an hour, with all its failures within it.
  'failed-sign-ins': { enabled: true, threshold: 5, windowSeconds: 3_600, severity: 'medium' },
  'sign-ins-failing': { enabled: true, threshold: 50, windowSeconds: 900, severity: 'high' },
  'document-reveals': { enabled: true, threshold: 20, windowSeconds: 3_600, severity: 'high' },
  'large-export': { enabled: true, threshold: 10_000, windowSeconds: 3_600, severity: 'medium' },
  'token-reuse': { enabled: true, threshold: 1, windowSeconds: 3_600, severity: 'high' },
};

/** An agency's own rules; there is none as long as the built-in ones are in force. */
export const IncidentRules = defineEntity({
  name: 'IncidentRules',
  tableName: 'incident_rules',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    rules: p.json<Rules>(),
    version: p.integer(),
  },
});

type Own = InferEntity<typeof IncidentRules>;

/** The rule in force for a kind. */
export async function ruleOf(uow: UnitOfWork, kind: RuleKind): Promise<Rule> {
  const [own] = await uow.find(IncidentRules, {});
  return (own?.rules ?? builtIn)[kind];
}

const RulesView = Type.Object({ rules: Rules, version: Version }, { title: 'IncidentRules' });

const readRules = query({ permission: 'identity.incident-rule.read' }, async (uow, _input: object) => {
  const [own] = await uow.find(IncidentRules, {});
  return { rules: own?.rules ?? builtIn, version: own?.version ?? 1 };
});

const changeRules = command(
  { permission: 'identity.incident-rule.change' },
  async (uow, { rules, version }: { rules: Rules; version: number }) => {
    const own = await lockOwn(uow, version);
    own.rules = rules;
    uow.publish(own, events.incidentRulesChanged, { rulesVersion: own.version + 1 });
    return { rules, version: own.version };
  },
);

async function lockOwn(uow: UnitOfWork, version: number): Promise<Own> {
  const [known] = await uow.find(IncidentRules, {});
  if (known) {
    const own = await uow.lock(IncidentRules, known.id);
    await uow.em.refresh(own);
    if (own.version !== version) throw requestErrors.staleVersion({ current: own.version });
    return own;
  }
  if (version !== 1) throw requestErrors.staleVersion({ current: 1 });
  return uow.add(
    uow.em.create(IncidentRules, { agencyId: uow.agencyId, id: newId(), rules: builtIn, version: 1 }),
  );
}

export const incidentRuleRoutes = () => [
  route({
    method: 'GET',
    path: '/v1/incident-rules',
    summary: 'The rules that open incidents by themselves',
    access: 'identity.incident-rule.read',
    result: RulesView,
    handle: (call) => readRules(call, {}),
  }),
  route({
    method: 'PUT',
    path: '/v1/incident-rules',
    summary: 'Change the rules that open incidents by themselves',
    access: 'identity.incident-rule.change',
    body: Type.Object({ rules: Rules }),
    result: RulesView,
    versioned: true,
    handle: (call, { body: { rules }, version }) => changeRules(call, { rules, version }),
  }),
];
