import { newId } from '@yitu/kernel';
import { command, query, requestErrors, type UnitOfWork } from '@yitu/persistence';
import { InstantText, route, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';

/** An agency's figures for holds and payment, valid from a moment on; later versions never change earlier ones. */
export const OrderRules = Type.Object(
  {
    holdMinutes: Type.Integer({ minimum: 1, maximum: 10_080 }),
    depositPercent: Type.Integer({ minimum: 0, maximum: 100 }),
    depositDueDays: Type.Integer({ minimum: 0, maximum: 60, description: 'Days after approval' }),
    balanceDueDaysBefore: Type.Integer({ minimum: 0, maximum: 180, description: 'Days before departure' }),
    waitingOfferMinutes: Type.Integer({
      ...{ minimum: 1, maximum: 10_080, default: 120 },
      description: 'How long seats that came free are held for whoever waits',
    }),
    depositGraceDays: Type.Integer({
      ...{ minimum: 0, maximum: 60, default: 0 },
      description: 'Days after the first due day for which the seats are still held',
    }),
    balanceGraceDays: Type.Integer({
      ...{ minimum: 0, maximum: 60, default: 3 },
      description: 'Days after which an overdue balance has consequences',
    }),
    balanceOverdue: Type.Enum(['flag', 'cancel'], {
      default: 'flag',
      description: 'Whether somebody decides, or the order is cancelled with its penalty',
    }),
    overpayment: Type.Enum(['refund', 'credit'], {
      default: 'refund',
      description: 'Whether what is paid beyond the total is due to go back, or stays with the order',
    }),
    travellersForApproval: Type.Enum(['open', 'named'], {
      default: 'open',
      description: 'Whether an order can be approved before everybody who travels is named',
    }),
  },
  { title: 'OrderRules' },
);

export type OrderRules = Static<typeof OrderRules>;

/** What a payment schedule is made by. */
export type PaymentTerms = Pick<OrderRules, 'depositPercent' | 'depositDueDays' | 'balanceDueDaysBefore'>;

/**
 * What applies until an agency has set its own: half an hour's hold, 30 % deposit in 3 days, the balance 15 days before departure; two hours for an offer of the waiting list;
 * no grace for the deposit, three days for the balance, then somebody decides; what is too much goes back; groups are approved before all their names are known.
 */
export const initialRules: OrderRules = {
  holdMinutes: 30,
  depositPercent: 30,
  depositDueDays: 3,
  balanceDueDaysBefore: 15,
  waitingOfferMinutes: 120,
  depositGraceDays: 0,
  balanceGraceDays: 3,
  balanceOverdue: 'flag',
  overpayment: 'refund',
  travellersForApproval: 'open',
};

/** The rules in force at the unit of work's moment. */
export async function rulesInForce(uow: UnitOfWork): Promise<OrderRules> {
  const [rules] = await uow.rows<OrderRules>(
    `select hold_minutes as "holdMinutes", deposit_percent as "depositPercent", deposit_due_days as "depositDueDays",
            balance_due_days_before as "balanceDueDaysBefore", waiting_offer_minutes as "waitingOfferMinutes", deposit_grace_days as "depositGraceDays",
            balance_grace_days as "balanceGraceDays", balance_overdue as "balanceOverdue", overpayment,
            travellers_for_approval as "travellersForApproval"
     from booking.order_rules where agency_id = ? and valid_from <= ? order by valid_from desc limit 1`,
    [uow.agencyId, uow.now.toString()],
  );
  return rules ?? initialRules;
}

/** The version of the newest rules: 1 are the initial ones, each setting makes the next. */
async function newestVersion(uow: UnitOfWork): Promise<number> {
  const [row] = await uow.rows<{ settings: number }>(
    'select count(*)::integer as settings from booking.order_rules where agency_id = ?',
    [uow.agencyId],
  );
  return 1 + (row?.settings ?? 0);
}

type Setting = OrderRules & { readonly version: number };

const setRules = command({ permission: 'booking.rules.set' }, async (uow, setting: Setting) => {
  const { version: read, ...rules } = setting;
  // There may be no row to lock yet; whoever comes second sees what the first has set.
  await uow.rows(`select pg_advisory_xact_lock(hashtextextended('booking.order_rules ' || ?, 0))`, [
    uow.agencyId,
  ]);
  const current = await newestVersion(uow);
  if (read !== current) throw requestErrors.staleVersion({ current });
  const version = current + 1;
  await uow.rows(
    `insert into booking.order_rules (agency_id, id, valid_from, hold_minutes, deposit_percent, deposit_due_days, balance_due_days_before, waiting_offer_minutes, deposit_grace_days,
       balance_grace_days, balance_overdue, overpayment, travellers_for_approval, version)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      uow.agencyId,
      newId(),
      uow.now.toString(),
      rules.holdMinutes,
      rules.depositPercent,
      rules.depositDueDays,
      rules.balanceDueDaysBefore,
      rules.waitingOfferMinutes,
      rules.depositGraceDays,
      rules.balanceGraceDays,
      rules.balanceOverdue,
      rules.overpayment,
      rules.travellersForApproval,
      version,
    ],
  );
  uow.audit({
    objectType: 'OrderRules',
    objectId: uow.agencyId,
    change: 'create',
    after: { ...rules, version },
  });
  return { ...rules, version, validFrom: uow.now.toString() };
});

const getRules = query({ permission: 'booking.rules.read' }, async (uow, _input: object) => ({
  ...(await rulesInForce(uow)),
  version: await newestVersion(uow),
}));

const RulesView = Type.Object({ ...OrderRules.properties, version: Version }, { title: 'OrderRulesInForce' });

export const orderRulesRoutes = () => [
  route({
    method: 'PUT',
    path: '/v1/rules',
    summary: 'Set the figures for holds and payment from now on',
    access: 'booking.rules.set',
    body: OrderRules,
    result: Type.Object({ ...RulesView.properties, validFrom: InstantText }),
    versioned: true,
    handle: (call, { body, version }) => setRules(call, { ...body, version }),
  }),
  route({
    method: 'GET',
    path: '/v1/rules',
    summary: 'The figures for holds and payment in force',
    access: 'booking.rules.read',
    result: RulesView,
    handle: (call) => getRules(call, {}),
  }),
];
