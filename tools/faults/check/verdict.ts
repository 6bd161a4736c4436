import type { Facts } from '../facts/facts.ts';
import { findCouponsOff } from './coupons.ts';
import { findCreditOff } from './credit.ts';
import { findEffectsOff } from './effects.ts';
import { findDouble, findMissing } from './events.ts';
import { findLost } from './lost.ts';
import { findMoneyOff } from './money.ts';
import { findDoubled } from './once.ts';
import { findRefundsOff } from './refunds.ts';
import { findLeaked, findOversold } from './seats.ts';
import type { Violation } from './violation.ts';

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
  coupons_off: findCouponsOff,
  credit_off: findCreditOff,
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
