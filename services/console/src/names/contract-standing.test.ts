import { describe, expect, it } from 'vitest';
import { contractStanding } from './contract-standing.ts';

describe('the contract with a supplier', () => {
  it.each([
    [null, 'lasts'],
    ['2026-05-31', 'over'],
    ['2026-06-01', 'ends-soon'],
    ['2026-07-01', 'ends-soon'],
    ['2026-07-02', 'lasts'],
  ] as const)('until %s on the first of June %s', (contractUntil, standing) => {
    expect(contractStanding({ contractUntil }, '2026-06-01')).toBe(standing);
  });
});
