import { reachOf, type Permission } from '@yitu/access';
import { events } from '@yitu/contracts';
import { newId, type MoneyJson } from '@yitu/kernel';
import { command, requestErrors, type UnitOfWork } from '@yitu/persistence';
import { Currency, Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { checkFranchise } from '../branches/check-franchise.ts';
import { CreditLimit, creditLimitView, CreditLimitView } from './credit-limit.ts';
import { creditErrors } from './errors.ts';

/** Credit is given by the agency: no branch gives it to itself. @throws request/out-of-reach */
function checkAgency(uow: UnitOfWork, permission: Permission): void {
  if (reachOf(uow.member, permission) !== 'agency') throw requestErrors.outOfReach();
}

const propose = command(
  { permission: 'booking.credit-limit.propose' },
  async (uow, { branchId, limit }: { branchId: string; limit: MoneyJson }) => {
    checkAgency(uow, 'booking.credit-limit.propose');
    await checkFranchise(uow, branchId);
    const { agencyId, userId: authorId, now: createdAt } = uow;
    const { currency } = limit;
    const amount = BigInt(limit.amount);
    const proposed = uow.add(
      uow.em.create(CreditLimit, {
        ...{ agencyId, id: newId(), branchId, currency, amount, authorId, createdAt },
        ...{ state: 'proposed', reviewerId: null, version: 0 },
      }),
    );
    uow.publish(proposed, events.creditLimitProposed, {
      ...{ creditLimitId: proposed.id, branchId, authorId },
      limit: { amount, currency },
    });
    return creditLimitView(proposed);
  },
);

/** From now on the branch has this limit; what its orders use already counts. Other currencies it has no limit in are left none. */
const approve = command(
  { permission: 'booking.credit-limit.approve' },
  async (uow, { creditLimitId, version }: { creditLimitId: string; version: number }) => {
    checkAgency(uow, 'booking.credit-limit.approve');
    const limit = await uow.lock(CreditLimit, creditLimitId, version);
    uow.requireOther(limit.authorId);
    if (limit.state !== 'proposed') throw creditErrors.creditLimitState();
    const { branchId, currency, amount } = limit;
    const reviewerId = uow.userId;
    Object.assign(limit, { state: 'approved', reviewerId });
    uow.publish(limit, events.creditLimitApproved, {
      ...{ creditLimitId, branchId, reviewerId },
      limit: { amount, currency },
    });
    await uow.rows(
      `with others as (
         update booking.branch_credits set credit_limit = 0 where agency_id = ? and branch_id = ? and currency <> ? and credit_limit is null
       )
       insert into booking.branch_credits (agency_id, branch_id, currency, credit_limit, used) values (?, ?, ?, ?, 0)
       on conflict (agency_id, branch_id, currency) do update set credit_limit = excluded.credit_limit`,
      [uow.agencyId, branchId, currency, uow.agencyId, branchId, currency, amount],
    );
    return creditLimitView(limit);
  },
);

const Limit = Type.Object({
  amount: Type.String({ format: 'minor-units', pattern: '^[0-9]+$' }),
  currency: Currency,
});

export const setCreditLimitRoutes = () => [
  route({
    method: 'POST',
    path: '/v1/credit-limits',
    summary: 'Propose how much credit a franchise branch has',
    access: 'booking.credit-limit.propose',
    body: Type.Object({ branchId: Id, limit: Limit }),
    result: CreditLimitView,
    status: 201,
    handle: (call, { body }) => propose(call, body),
  }),
  route({
    method: 'POST',
    path: '/v1/credit-limits/:creditLimitId/approval',
    summary: 'Approve the credit limit that somebody else has proposed; it counts from now on',
    access: 'booking.credit-limit.approve',
    params: Type.Object({ creditLimitId: Id }),
    result: CreditLimitView,
    versioned: true,
    fourEyes: true,
    handle: (call, { params: { creditLimitId }, version }) => approve(call, { creditLimitId, version }),
  }),
];
