import { reachOf } from '@yitu/access';
import { query, type UnitOfWork } from '@yitu/persistence';
import { Currency, Id, LocalDate, MoneyText, Next, page, pageOf, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { commissionErrors } from './errors.ts';

const permission = 'booking.commission.read';

/** Whose commissions a reader is shown: those of branches within reach, on either side; null for all. */
function branchesOf({ member }: UnitOfWork): readonly string[] | null {
  if (reachOf(member, permission) === 'agency') return null;
  return member.kind === 'person' && reachOf(member, permission) === 'branch' ? member.branchIds : [];
}

/** As SQL, with the reader's branches as each of its parameters. */
const within = `(?::text is null or selling_branch_id = any (string_to_array(?, ',')::uuid[]) or operating_branch_id = any (string_to_array(?, ',')::uuid[]))`;
const shown = (uow: UnitOfWork) => {
  const branches = branchesOf(uow)?.join(',') ?? null;
  return [branches, branches, branches];
};

const RecordView = Type.Object(
  {
    id: Id,
    orderId: Id,
    kind: Type.String({ description: 'earned or reversed' }),
    sellingBranchId: Id,
    operatingBranchId: Id,
    amount: Type.Object({ ...MoneyText.properties }, { description: 'Below zero for what is taken back' }),
    recordedOn: LocalDate,
    rulesVersion: Type.Integer(),
  },
  { title: 'CommissionRecord' },
);

const Query = Type.Object({ ...page, orderId: Type.Optional(Id) });

type Row = Omit<Static<typeof RecordView>, 'amount'> & { amount: string; currency: string };

const listRecords = query({ permission }, async (uow, input: Static<typeof Query>) => {
  const { limit, after = null, orderId = null } = input;
  const rows = await uow.rows<Row>(
    `select id, order_id as "orderId", kind, selling_branch_id as "sellingBranchId", operating_branch_id as "operatingBranchId", amount::text, currency,
       recorded_on::text as "recordedOn", rules_version as "rulesVersion"
     from booking.commission_records
     where agency_id = ? and (?::uuid is null or order_id = ?::uuid) and (?::uuid is null or id < ?::uuid) and ${within}
     order by id desc limit ?`,
    [uow.agencyId, orderId, orderId, after, after, ...shown(uow), limit + 1],
  );
  const { items, next } = pageOf(rows, limit);
  const commissions = items.map(({ amount, currency, ...row }) => ({ ...row, amount: { amount, currency } }));
  return { commissions, next };
});

const Month = Type.String({ pattern: '^[0-9]{4}-(0[1-9]|1[0-2])$', description: 'YYYY-MM' });
const Months = Type.Object({ from: Month, to: Month, branchId: Type.Optional(Id) });

const MonthView = Type.Object(
  {
    month: Month,
    sellingBranchId: Id,
    operatingBranchId: Id,
    currency: Currency,
    orders: Type.Integer({ description: 'Orders with a commission earned in the month' }),
    earned: Type.String(),
    reversed: Type.String(),
    net: Type.String(),
  },
  { title: 'CommissionMonth' },
);

/** Sums by month and the two branches; of the 1,000 newest. @throws booking/months-reversed */
const report = query({ permission }, async (uow, { from, to, ...asked }: Static<typeof Months>) => {
  if (to < from) throw commissionErrors.monthsReversed();
  const branchId = asked.branchId ?? null;
  const months = await uow.rows<Static<typeof MonthView>>(
    `select to_char(recorded_on, 'YYYY-MM') as month, selling_branch_id as "sellingBranchId", operating_branch_id as "operatingBranchId", currency,
       count(*) filter (where kind = 'earned')::integer as orders, coalesce(sum(amount) filter (where kind = 'earned'), 0)::text as earned,
       coalesce(-sum(amount) filter (where kind = 'reversed'), 0)::text as reversed, sum(amount)::text as net
     from booking.commission_records
     where agency_id = ? and recorded_on >= ?::date and recorded_on < ?::date + interval '1 month'
       and (?::uuid is null or selling_branch_id = ?::uuid or operating_branch_id = ?::uuid) and ${within}
     group by 1, 2, 3, 4 order by 1 desc, 2, 3, 4 limit 1000`,
    [uow.agencyId, `${from}-01`, `${to}-01`, branchId, branchId, branchId, ...shown(uow)],
  );
  return { months };
});

export const readCommissionRoutes = () => [
  route({
    method: 'GET',
    path: '/v1/commissions',
    summary: 'What branches within reach earn or owe for orders, newest first',
    access: permission,
    query: Query,
    result: Type.Object({ commissions: Type.Array(RecordView), next: Next }),
    handle: (call, { query: input }) => listRecords(call, input),
  }),
  route({
    method: 'GET',
    path: '/v1/commission-reports',
    summary: 'Commissions by month and branch',
    access: permission,
    query: Months,
    result: Type.Object({ months: Type.Array(MonthView) }),
    handle: (call, { query: input }) => report(call, input),
  }),
];
