import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convert, ratePattern } from './convert.ts';

describe('an amount in another currency', () => {
  it.each([
    ['CNY', 'USD', 100_000n, '0.1387', 13_870n],
    ['CNY', 'JPY', 100_000n, '20.5', 20_500n],
    ['JPY', 'CNY', 20_500n, '0.04878', 99_999n],
    ['CNY', 'USD', 1n, '0.5', 1n], // half a cent is rounded up
    ['CNY', 'USD', 1n, '0.4999999999', 0n],
    ['USD', 'KWD', 100n, '0.3061', 306n],
  ])('from %s to %s: %s at %s is %s', (from, to, amount, rate, converted) => {
    expect(convert(amount, rate, { from, to })).toBe(converted);
  });

  it('is within half a minor unit of the exact one, whatever the rate', () => {
    const rates = fc.tuple(fc.bigInt(0n, 999_999_999n), fc.bigInt(1n, 9_999_999_999n));
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 15n), rates, (amount, [whole, fraction]) => {
        const text = fraction.toString().padStart(10, '0');
        const rate = `${whole}.${text}`;
        expect(rate).toMatch(new RegExp(ratePattern));
        const scale = 10n ** 10n;
        const off =
          2n *
          (convert(amount, rate, { from: 'CNY', to: 'USD' }) * scale - amount * BigInt(`${whole}${text}`));
        expect(-scale < off && off <= scale).toBe(true);
      }),
    );
  });
});
