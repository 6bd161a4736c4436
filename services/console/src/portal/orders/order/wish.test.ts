import { describe, expect, it } from 'vitest';
import { bodyOf } from './wish.ts';

describe('what a customer wants instead of a departure that was called off', () => {
  const target = { id: 'b', departsOn: '2027-06-01' };
  it.each([
    ['2027-05-01', 'postponement'],
    ['2027-06-02', 'transfer'],
    ['2027-06-01', 'transfer'],
    [undefined, 'transfer'],
  ] as const)('instead of %s is a %s', (departsOn, choice) => {
    expect(bodyOf({ departsOn, target })).toEqual({ choice, targetDepartureId: 'b' });
  });

  it('is their money where it is no departure', () => {
    expect(bodyOf({ departsOn: '2027-05-01', target: undefined })).toEqual({ choice: 'refund' });
  });
});
