import { describe, expect, it } from 'vitest';
import { checkChoice, checkChoosing, checkTarget } from './decide.ts';

const now = Temporal.Instant.from('2026-05-01T15:59:00Z'); // still the first in Shanghai
const consent = { on: '2026-05-01' };
const zone = 'Asia/Shanghai';
const from = { id: 'a', productId: 'p', departsOn: '2026-06-01', currency: 'CNY', timeZone: zone };
const later = { ...from, id: 'b', departsOn: '2026-06-02' };

describe('a choice', () => {
  it.each(['confirmed', 'awaiting-payment', 'in-review'] as const)('is made for an order %s', (state) => {
    expect(() => checkChoosing({ state }, { state: 'cancelled' })).not.toThrow();
  });

  it('is not made for an order that has ended, nor while the departure takes place', () => {
    expect(() => checkChoosing({ state: 'expired' }, { state: 'cancelled' })).toThrow('booking/wrong-state');
    expect(() => checkChoosing({ state: 'confirmed' }, { state: 'closed' })).toThrow(
      'booking/departure-takes-place',
    );
  });

  it.each([
    ['transfer', undefined],
    ['postponement', undefined],
    ['refund', 'b'],
  ] as const)('of %s does not go with the target %s', (choice, targetDepartureId) => {
    expect(() => checkChoice({ choice, targetDepartureId, consent }, zone, now)).toThrow(
      'booking/target-departure',
    );
  });

  it('is consented to before it is recorded', () => {
    const refund = { choice: 'refund', consent } as const;
    expect(() => checkChoice(refund, zone, now)).not.toThrow();
    expect(() => checkChoice({ ...refund, consent: { on: '2026-05-02' } }, zone, now)).toThrow(
      'booking/consent-in-the-future',
    );
  });

  it('postpones to a later date of the same product only', () => {
    expect(() => checkTarget('postponement', from, later)).not.toThrow();
    for (const target of [
      { ...later, departsOn: '2026-05-31' },
      { ...later, productId: 'q' },
    ])
      expect(() => checkTarget('postponement', from, target)).toThrow('booking/target-departure');
  });

  it('transfers to any other departure in the same currency', () => {
    expect(() => checkTarget('transfer', from, { ...later, productId: 'q' })).not.toThrow();
    expect(() => checkTarget('transfer', from, from)).toThrow('booking/target-departure');
    expect(() => checkTarget('transfer', from, { ...later, currency: 'USD' })).toThrow(
      'booking/target-departure',
    );
  });
});
