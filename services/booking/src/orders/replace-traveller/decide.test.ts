import { describe, expect, it } from 'vitest';
import type { NamedTraveller } from '../named-travellers.ts';
import type { OrderState } from '../order.ts';
import { decideReplacement } from './decide.ts';

const now = Temporal.Instant.from('2026-07-07T15:59:00Z'); // still the seventh in Shanghai
const trip = { departsOn: '2026-07-10', cutOffDays: 3, timeZone: 'Asia/Shanghai' };
const order = {
  state: 'confirmed' as OrderState,
  holdExpiresAt: null,
  travellers: [
    { travellerId: 'a', category: 'adult' },
    { travellerId: 'c', category: 'child-with-bed' },
  ] satisfies NamedTraveller[],
};
const wish = { travellerId: 'c', byTravellerId: 'd' };
const allowed = { rule: 'until-cut-off', now } as const;

describe('somebody in the place of another', () => {
  it('travels in the same category, until the cut-off is over', () => {
    const place = { travellerId: 'd', category: 'child-with-bed' };
    expect(decideReplacement(order, trip, wish, allowed)).toEqual(place);
    const waiting = { ...order, state: 'awaiting-payment' as const };
    expect(decideReplacement(waiting, trip, wish, allowed)).toEqual(place);
    expect(() => decideReplacement(order, trip, wish, { ...allowed, now: now.add({ minutes: 1 }) })).toThrow(
      'booking/replacing-over',
    );
  });

  it.each([
    [
      'where the rule says never',
      order,
      trip,
      wish,
      { ...allowed, rule: 'never' },
      'replacement-not-allowed',
    ],
    ['before the approval', { ...order, state: 'in-review' }, trip, wish, allowed, 'wrong-state'],
    ['during the trip', { ...order, state: 'travelling' }, trip, wish, allowed, 'wrong-state'],
    ['once its trip has begun', order, { ...trip, tripBeganAt: now }, wish, allowed, 'replacing-over'],
    ['once the hold is over', { ...order, holdExpiresAt: now }, trip, wish, allowed, 'hold-over'],
    ['for nobody', order, trip, { ...wish, travellerId: 'x' }, allowed, 'not-named'],
    ['twice', order, trip, { ...wish, byTravellerId: 'a' }, allowed, 'traveller-twice'],
  ] as const)('does not travel %s', (_when, booked, of, replacement, by, code) => {
    expect(() => decideReplacement(booked, of, replacement, by)).toThrow(`booking/${code}`);
  });
});
