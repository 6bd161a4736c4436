import { reachOf } from '@yitu/access';
import { query, requestErrors, type UnitOfWork } from '@yitu/persistence';
import { Id, MoneyText, Next, page, pageOf, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { CreditLimit, creditLimitStates, creditLimitView, CreditLimitView } from './credit-limit.ts';

const permission = 'booking.credit-limit.read';

/** Whether a branch is within the reader's reach. */
function seesBranch({ member }: UnitOfWork, branchId: string): boolean {
  const reach = reachOf(member, permission);
  if (reach === 'agency') return true;
  return reach === 'branch' && member.kind === 'person' && member.branchIds.includes(branchId);
}

const CreditView = Type.Object(
  {
    branchId: Id,
    credits: Type.Array(
      Type.Object({
        limit: Type.Union([MoneyText, Type.Null()], { description: 'null: none is set' }),
        used: MoneyText,
        left: Type.Union([MoneyText, Type.Null()]),
      }),
    ),
  },
  { title: 'BranchCredit' },
);

interface Row {
  currency: string;
  limit: string | null;
  used: string;
  left: string | null;
}

/** @throws request/not-found for a branch beyond reach */
const getCredit = query({ permission }, async (uow, branchId: string): Promise<Static<typeof CreditView>> => {
  const known = await uow.rows('select from booking.branches where agency_id = ? and id = ?', [
    uow.agencyId,
    branchId,
  ]);
  if (known.length === 0 || !seesBranch(uow, branchId)) throw requestErrors.notFound();
  const rows = await uow.rows<Row>(
    `select currency, credit_limit::text as limit, used::text, (case when credit_limit is not null then greatest(credit_limit - used, 0) end)::text as left
     from booking.branch_credits where agency_id = ? and branch_id = ? order by currency`,
    [uow.agencyId, branchId],
  );
  return {
    branchId,
    credits: rows.map(({ currency, limit, used, left }) => ({
      limit: limit === null ? null : { amount: limit, currency },
      used: { amount: used, currency },
      left: left === null ? null : { amount: left, currency },
    })),
  };
});

const Query = Type.Object({
  ...page,
  branchId: Type.Optional(Id),
  state: Type.Optional(Type.Enum([...creditLimitStates])),
});

const listLimits = query({ permission }, async (uow, asked: Static<typeof Query>) => {
  const { limit, after, branchId, state } = asked;
  const { member, agencyId } = uow;
  const all = reachOf(member, permission) === 'agency';
  const seen = member.kind === 'person' ? member.branchIds.filter((id) => seesBranch(uow, id)) : [];
  const rows = await uow.em.find(
    CreditLimit,
    {
      agencyId,
      $and: [all ? {} : { branchId: { $in: seen } }, branchId ? { branchId } : {}],
      ...(after && { id: { $lt: after } }),
      ...(state && { state }),
    },
    { orderBy: { id: 'desc' }, limit: limit + 1 },
  );
  const { items, next } = pageOf(rows, limit);
  return { creditLimits: items.map(creditLimitView), next };
});

export const readCreditRoutes = () => [
  route({
    method: 'GET',
    path: '/v1/branch-credits/:branchId',
    summary: 'How much credit a franchise branch has, uses and has left',
    access: permission,
    params: Type.Object({ branchId: Id }),
    result: CreditView,
    handle: (call, { params }) => getCredit(call, params.branchId),
  }),
  route({
    method: 'GET',
    path: '/v1/credit-limits',
    summary: 'Credit limits of branches within reach, proposed and approved, newest first',
    access: permission,
    query: Query,
    result: Type.Object({ creditLimits: Type.Array(CreditLimitView), next: Next }),
    handle: (call, { query: input }) => listLimits(call, input),
  }),
];
