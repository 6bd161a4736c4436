import type { Facts } from '../facts/facts.ts';
import type { Gaps } from './gaps.ts';
import { tooLong } from './gaps.ts';
import { checkers, type CheckerName, type Verdict } from './verdict.ts';
import { ordersWithoutNats } from './without-nats.ts';
import { countOf } from './violation.ts';

/** A run, judged. */
export interface Judged {
  readonly seed: number;
  readonly facts: Facts;
  readonly verdict: Verdict;
  readonly gaps: Gaps;
  /** Processes that wanted to run, in the last minute of the load: where they are more than the cores, gaps are the machine's. */
  readonly loadAverage: number;
}

/** What one run has come to, or several; docs/faults.md explains each. */
export interface Line extends Readonly<Record<CheckerName, number>> {
  readonly seed: number;
  /** Runs, each with the next seed. */
  readonly seeds: number;
  readonly acked: number;
  readonly longest_gap_ms: Gaps;
  /** Who stood still after a kill for longer than is promised. */
  readonly gaps_missed: readonly string[];
  readonly kills: number;
  readonly faults: number;
  readonly full_disks: number;
  readonly refused: number;
  readonly unknown: number;
  readonly orders_without_nats: { readonly asked: number; readonly answered: number };
  readonly orders: number;
  readonly payments: number;
  readonly cancelled: number;
  /** How often some travellers of an order that went on. */
  readonly cancelled_in_part: number;
  readonly refunds: number;
  readonly transfers: number;
  /** Orders placed with one. */
  readonly coupons: number;
  /** Orders of franchise branches that were approved within their credit. */
  readonly on_credit: number;
  readonly events: number;
  readonly load_average: number;
}

export function lineOf({ seed, facts, verdict, gaps, loadAverage }: Judged): Line {
  const { operations, faults } = facts;
  const cancelled = facts.cancellations;
  const inPart = cancelled.filter(({ scope }) => scope === 'part').length;
  const of = (wanted: string) => operations.filter(({ outcome }) => outcome === wanted).length;
  return {
    ...{ seed, seeds: 1, acked: of('ok') },
    ...perChecker((name) => countOf(verdict[name])),
    longest_gap_ms: gaps,
    gaps_missed: tooLong(gaps),
    kills: faults.filter(({ strike }) => strike.kind === 'kill').length,
    faults: faults.length,
    full_disks: faults.filter(({ strike }) => strike.kind === 'disk').length,
    refused: of('failed'),
    unknown: of('unknown'),
    orders_without_nats: ordersWithoutNats(facts),
    orders: facts.orders.length,
    payments: facts.payments.length,
    cancelled: cancelled.length - inPart,
    cancelled_in_part: inPart,
    refunds: facts.refunds.length,
    transfers: operations.filter(({ name, outcome }) => name === 'transfer' && outcome === 'ok').length,
    coupons: facts.coupons.length,
    on_credit: approvedOf(facts),
    events: facts.events.length,
    load_average: Math.round(loadAverage * 10) / 10,
  };
}

function approvedOf({ orders, credits }: Facts): number {
  const branches = new Set(credits.map(({ branchId }) => branchId));
  return orders.filter(({ branchId, reviewerId }) => branches.has(branchId) && reviewerId !== null).length;
}

const perChecker = (figure: (name: CheckerName) => number): Record<CheckerName, number> => {
  const names = Object.keys(checkers) as CheckerName[]; // its own keys
  const figures = names.map((name) => [name, figure(name)] as const);
  return Object.fromEntries(figures) as Record<CheckerName, number>; // one for each of its names
};

/** Several runs as one: everything counted together, of gaps and load averages the longest and highest. @throws for none */
export const sumOf = (lines: readonly Line[]): Line => lines.reduce(together);

function together(all: Line, one: Line): Line {
  const longest = longestOf(all.longest_gap_ms, one.longest_gap_ms);
  return {
    ...addedUp(all, one),
    seed: all.seed,
    longest_gap_ms: longest,
    gaps_missed: tooLong(longest),
    orders_without_nats: addedUp(all.orders_without_nats, one.orders_without_nats),
    load_average: Math.max(all.load_average, one.load_average),
  };
}

/** Figures with figures; what is none stays as it is in the first. */
function addedUp<Figures extends object>(all: Figures, one: Figures): Figures {
  const others = new Map<string, unknown>(Object.entries(one));
  const entries = Object.entries(all).map(([name, value]: [string, unknown]) => {
    const other = others.get(name);
    return [name, typeof value === 'number' && typeof other === 'number' ? value + other : value];
  });
  return Object.fromEntries(entries) as Figures; // its own names
}

function longestOf(all: Gaps, one: Gaps): Gaps {
  const longest: Record<string, Record<string, number>> = {};
  for (const [kind, targets] of [all, one].flatMap((gaps) => Object.entries(gaps)))
    for (const [target, ms] of Object.entries(targets)) {
      const ofKind = (longest[kind] ??= {});
      ofKind[target] = Math.max(ofKind[target] ?? 0, ms);
    }
  return longest;
}
