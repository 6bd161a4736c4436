import type { Facts } from '../facts/facts.ts';
import { findEffectsOff } from './effects.ts';
import { findDouble, findMissing } from './events.ts';
import type { Gaps } from './gaps.ts';
import { findLost } from './lost.ts';
import { findMoneyOff } from './money.ts';
import { findDoubled } from './once.ts';
import { findRefundsOff } from './refunds.ts';
import { findLeaked, findOversold } from './seats.ts';
import { ordersWithoutNats } from './without-nats.ts';
import { countOf, type Violation } from './violation.ts';

/** Every checker, by the name of its figure. */
export const checkers = {
  lost: findLost,
  oversold: findOversold,
  leaked: findLeaked,
  events_missing: findMissing,
  events_double: findDouble,
  doubled: findDoubled,
  money_off: findMoneyOff,
  refunds_off: findRefundsOff,
  effects_off: findEffectsOff,
} satisfies Record<string, (facts: Facts) => Violation[]>;

export type CheckerName = keyof typeof checkers;

export type Verdict = Readonly<Record<CheckerName, readonly Violation[]>>;

export const judge = (facts: Facts): Verdict =>
  Object.fromEntries(
    Object.entries(checkers).map(([name, check]) => [name, check(facts)]),
  ) as unknown as Verdict; // one for each of its names

export const isClean = (verdict: Verdict): boolean =>
  Object.values(verdict).every((violations) => violations.length === 0);

/** A run, judged. */
export interface Judged {
  readonly seed: number;
  readonly facts: Facts;
  readonly verdict: Verdict;
  readonly gaps: Gaps;
  /** Processes that wanted to run, in the last minute of the load: where they are more than the cores, gaps are the machine's. */
  readonly loadAverage: number;
}

/** What a run has come to, as one line of JSON. */
export function jsonOf({ seed, facts, verdict, gaps, loadAverage }: Judged): string {
  const { operations, faults } = facts;
  const of = (wanted: string) => operations.filter(({ outcome }) => outcome === wanted).length;
  const counts = Object.fromEntries(Object.entries(verdict).map(([name, list]) => [name, countOf(list)]));
  return JSON.stringify({
    seed,
    acked: of('ok'),
    ...counts,
    longest_gap_ms: gaps,
    kills: faults.filter(({ strike }) => strike.kind === 'kill').length,
    faults: faults.length,
    full_disks: faults.filter(({ strike }) => strike.kind === 'disk').length,
    refused: of('failed'),
    unknown: of('unknown'),
    orders_without_nats: ordersWithoutNats(facts),
    orders: facts.orders.length,
    payments: facts.payments.length,
    cancelled: facts.cancellations.length,
    refunds: facts.refunds.length,
    transfers: operations.filter(({ name, outcome }) => name === 'transfer' && outcome === 'ok').length,
    events: facts.events.length,
    load_average: Math.round(loadAverage * 10) / 10,
  });
}
