import { command, query, requestErrors, type UnitOfWork } from '@yitu/persistence';
import { Currency, route, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { errors } from '../errors.ts';

/** Up to which amounts money goes back to customers without anybody's approval. */
const RefundRules = Type.Object(
  {
    limits: Type.Array(
      Type.Object({
        currency: Currency,
        amount: Type.String({ pattern: '^[0-9]{1,15}$', description: 'Minor units' }),
      }),
      {
        maxItems: 50,
        description:
          'Of all that goes back for one order; in a currency without a limit everything is approved first',
      },
    ),
  },
  { title: 'RefundRules' },
);

type RefundRules = Static<typeof RefundRules>;

/** What applies until an agency has set its own: 10,000.00 CNY. */
const initialRules: RefundRules = { limits: [{ currency: 'CNY', amount: '1000000' }] };

/** The rules in force, with their version: 1 are the initial ones. */
async function rulesInForce(uow: UnitOfWork): Promise<RefundRules & { version: number }> {
  const [rules] = await uow.rows<RefundRules & { version: number }>(
    'select limits, version from finance.refund_rules where agency_id = ? order by version desc limit 1',
    [uow.agencyId],
  );
  return rules ?? { ...initialRules, version: 1 };
}

/** Whether so much in all waits for somebody's approval. @param amount minor units */
export async function needsApproval(uow: UnitOfWork, amount: bigint, currency: string): Promise<boolean> {
  const { limits } = await rulesInForce(uow);
  const limit = limits.find((one) => one.currency === currency);
  return limit === undefined || amount > BigInt(limit.amount);
}

const setRules = command(
  { permission: 'finance.refund-rules.set' },
  async (uow, { version: read, limits }: RefundRules & { readonly version: number }) => {
    if (new Set(limits.map(({ currency }) => currency)).size < limits.length)
      throw errors.currencyTwice({ fields: [twice] });
    const { version: current, ...before } = await rulesInForce(uow);
    if (read !== current) throw requestErrors.staleVersion({ current });
    const version = current + 1;
    // Of two who have read the same version the second finds its row taken.
    const [set] = await uow.rows<{ version: number }>(
      `insert into finance.refund_rules (agency_id, version, limits, valid_from, set_by) values (?, ?, ?, ?, ?)
       on conflict do nothing returning version`,
      [uow.agencyId, version, JSON.stringify(limits), uow.now.toString(), uow.userId],
    );
    if (!set) throw requestErrors.staleVersion({ current: version });
    uow.audit({
      objectType: 'RefundRules',
      objectId: uow.agencyId,
      change: 'update',
      before,
      after: { limits },
    });
    return { limits, version };
  },
);

const twice = {
  field: '/body/limits',
  rule: 'currency-once',
  message: { zh: '同一币种只能有一个限额', en: 'must have one limit a currency' },
};

const getRules = query({ permission: 'finance.refund-rules.read' }, (uow, _input: object) =>
  rulesInForce(uow),
);

const RulesView = Type.Object(
  { ...RefundRules.properties, version: Version },
  { title: 'RefundRulesInForce' },
);

export const refundRulesRoutes = () => [
  route({
    method: 'PUT',
    path: '/v1/refund-rules',
    summary: 'Set above which amounts refunds and compensations are approved before they are paid',
    access: 'finance.refund-rules.set',
    body: RefundRules,
    result: RulesView,
    versioned: true,
    handle: (call, { body, version }) => setRules(call, { ...body, version }),
  }),
  route({
    method: 'GET',
    path: '/v1/refund-rules',
    summary: 'Above which amounts refunds and compensations are approved before they are paid',
    access: 'finance.refund-rules.read',
    result: RulesView,
    handle: (call) => getRules(call, {}),
  }),
];
