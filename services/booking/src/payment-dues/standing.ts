import type { LocalDate } from '@yitu/kernel';

export interface Due {
  readonly kind: 'deposit' | 'balance';
  /** Minor units. */
  readonly amount: bigint;
  readonly dueOn: LocalDate;
}

/** What of an ended order did not come in has lapsed: nobody owes it. */
export const dueStates = ['paid', 'partly-paid', 'open', 'overdue', 'lapsed'] as const;

export interface StandingDue extends Due {
  readonly outstanding: bigint;
  readonly state: (typeof dueStates)[number];
}

/** How an order's money stands, in minor units. */
export interface Standing {
  readonly dues: readonly StandingDue[];
  readonly outstanding: bigint;
  /** Paid beyond the total, whether it goes back or stays. */
  readonly excess: bigint;
  readonly next: StandingDue | undefined;
  readonly overdue: bigint;
}

/**
 * Counts what was paid towards what is due, the earliest first. What is due is overdue once its day is over; until then it is open, or partly paid.
 * @param total minor units of the order and of what is owed for its cancelled parts, whatever its schedule says @param paid minor units, none below zero @param today at the agency
 */
export function standingOf(dues: readonly Due[], total: bigint, paid: bigint, today: LocalDate): Standing {
  let left = paid;
  const standing = dues.toSorted(earliestFirst).map((due) => {
    const covered = least(left, due.amount);
    left -= covered;
    const outstanding = due.amount - covered;
    return { ...due, outstanding, state: stateOf(due, outstanding, today) };
  });
  const overdue = standing.filter(({ state }) => state === 'overdue');
  return {
    dues: standing,
    outstanding: total > paid ? total - paid : 0n,
    excess: paid > total ? paid - total : 0n,
    next: standing.find(({ outstanding }) => outstanding > 0n),
    overdue: overdue.reduce((sum, { outstanding }) => sum + outstanding, 0n),
  };
}

/**
 * How the money of an order that was cancelled or has expired stands: what is owed for that, and no payment of its schedule any more.
 * @param owed minor units of its penalties @param paid minor units received, nothing taken off that went back
 */
export function standingOfEnded(dues: readonly Due[], owed: bigint, paid: bigint): Standing {
  const { dues: covered } = standingOf(dues, owed, paid, ''); // of no day: nothing is overdue
  return {
    dues: covered.map((due) => ({
      ...due,
      outstanding: 0n,
      state: due.outstanding === 0n ? 'paid' : 'lapsed',
    })),
    outstanding: owed > paid ? owed - paid : 0n,
    excess: 0n, // what goes back of it is claimed with the end
    next: undefined,
    overdue: 0n,
  };
}

function stateOf({ amount, dueOn }: Due, outstanding: bigint, today: LocalDate): StandingDue['state'] {
  if (outstanding === 0n) return 'paid';
  if (today > dueOn) return 'overdue';
  return outstanding < amount ? 'partly-paid' : 'open';
}

const least = (one: bigint, other: bigint) => (one < other ? one : other);

/** What is due first; of what is due on one day, the deposit. */
export function earliestFirst(one: Pick<Due, 'kind' | 'dueOn'>, other: Pick<Due, 'kind' | 'dueOn'>): number {
  if (one.dueOn !== other.dueOn) return one.dueOn < other.dueOn ? -1 : 1;
  return one.kind === 'deposit' ? -1 : 1;
}
