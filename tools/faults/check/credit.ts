import { hasEnded, type Facts, type OrderSeen } from '../facts/facts.ts';
import { findLimitsOff } from './limits.ts';
import { violation, type Violation } from './violation.ts';

type Looked = Pick<Facts, 'orders' | 'cancellations' | 'credits' | 'limitSamples'>;

/**
 * What a franchise branch uses of its credit is what its orders use, never more than its limit. An order uses what it costs, with the penalties for what
 * was cancelled of it, from its approval on until all of that is paid, or it ends.
 */
export const findCreditOff = (facts: Looked): Violation[] => [
  ...wronglyUsed(facts),
  ...findLimitsOff(facts, 'credit'),
];

const unapproved = ['in-review', 'returned'];

/** Minor units that an order uses. */
function using({ cancellations }: Looked): (order: OrderSeen) => bigint {
  const penalties = new Map<string, bigint>();
  for (const { orderId, penalty } of cancellations)
    penalties.set(orderId, (penalties.get(orderId) ?? 0n) + penalty);
  return ({ id, state, total, paid }) => {
    const owed = total + (penalties.get(id) ?? 0n);
    return hasEnded(state) || unapproved.includes(state) || paid >= owed ? 0n : owed;
  };
}

function wronglyUsed(facts: Looked): Violation[] {
  const uses = using(facts);
  return facts.credits.flatMap(({ branchId, limit, used }) => {
    const ofBranch = facts.orders.filter((order) => order.branchId === branchId);
    const sum = ofBranch.reduce((all, order) => all + uses(order), 0n);
    const beyond = limit !== undefined && (used > limit || sum > limit);
    return [
      ...(used === sum ? [] : [violation(`branch ${branchId}: ${used} used, its orders use ${sum}`)]),
      ...(beyond
        ? [violation(`branch ${branchId}: ${used} used, by its orders ${sum}, of a limit of ${limit}`)]
        : []),
    ];
  });
}
