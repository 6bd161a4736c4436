import { describe, expect, it } from 'vitest';
import { orderStates } from '../order.ts';
import { decideNaming, type Unnamed } from './decide.ts';

const now = Temporal.Instant.from('2026-05-01T15:59:59Z');
const trip = { departsOn: '2026-05-01', timeZone: 'Asia/Shanghai' };
const named = (travellerId: string, category: 'adult' | 'infant' = 'adult') => ({ travellerId, category });
const order: Unnamed = {
  ...{ state: 'confirmed', holdExpiresAt: null },
  lines: [
    { category: 'adult', count: 2 },
    { category: 'infant', count: 1 },
    { category: 'single-supplement', count: 2 },
  ],
  travellers: [named('ming')],
};
const naming =
  (changes: Partial<Unnamed> = {}, travellers = [named('hong')], when = now, began?: Temporal.Instant) =>
  () =>
    decideNaming({ ...order, ...changes }, { ...trip, tripBeganAt: began }, travellers, when);

describe('naming travellers', () => {
  it('is for approved orders alone', () => {
    const open = orderStates.filter((state) => {
      try {
        naming({ state })();
        return true;
      } catch {
        return false;
      }
    });
    expect(open).toEqual(['awaiting-payment', 'confirmed']);
    expect(naming({ state: 'travelling' })).toThrow('booking/naming-over');
    expect(naming({ state: 'expired' })).toThrow('booking/wrong-state');
  });

  it('ends with the first check-in of the trip, with the day of departure where it is, and with the hold', () => {
    expect(naming({}, undefined, now, now)).toThrow('booking/naming-over');
    expect(naming({}, undefined, now.add({ seconds: 1 }))).toThrow('booking/naming-over');
    expect(naming({ holdExpiresAt: now })).toThrow('booking/hold-over');
    expect(naming({ holdExpiresAt: now.add({ seconds: 1 }) })).not.toThrow();
  });

  it('fills places of each category and takes none from anybody', () => {
    expect(naming({}, [named('hong'), named('bao', 'infant')])).not.toThrow();
    expect(naming({}, [named('hong'), named('li')])).toThrow('booking/travellers-exceed-counts');
    expect(naming({}, [named('ming')])).toThrow('booking/traveller-twice');
    expect(naming({}, [named('ming', 'infant')])).toThrow('booking/traveller-twice');
  });
});
