import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inCapitals } from './capital-numerals.ts';

const yuan = (amount: bigint) => inCapitals({ amount, currency: 'CNY' });

describe('an amount in Chinese capital numerals', () => {
  it.each([
    [0n, '人民币零元整'],
    [5n, '人民币伍分'],
    [50n, '人民币伍角'],
    [100n, '人民币壹元整'],
    [1_000n, '人民币壹拾元整'],
    [32_504n, '人民币叁佰贰拾伍元零肆分'],
    [140_950n, '人民币壹仟肆佰零玖元伍角'],
    [600_714n, '人民币陆仟零柒元壹角肆分'],
    [168_032n, '人民币壹仟陆佰捌拾元叁角贰分'],
    [10_700_053n, '人民币壹拾万柒仟元伍角叁分'],
    [1_640_902n, '人民币壹万陆仟肆佰零玖元零贰分'],
    [1_000_100n, '人民币壹万零壹元整'],
    [10_000_000_000n, '人民币壹亿元整'],
    [10_000_000_100n, '人民币壹亿零壹元整'],
    [100_000_000_000_000n, '人民币壹万亿元整'],
    [1_234_567_890_123_456n, '人民币壹拾贰万叁仟肆佰伍拾陆亿柒仟捌佰玖拾万壹仟贰佰叁拾肆元伍角陆分'],
  ])('of %d fen is %s', (amount, text) => {
    expect(yuan(amount)).toBe(text);
  });

  it('goes by the places of the currency', () => {
    expect(inCapitals({ amount: 1_200n, currency: 'JPY' })).toBe('日元壹仟贰佰元整');
    expect(inCapitals({ amount: 1_205n, currency: 'KWD' })).toContain('壹元贰角零伍厘');
  });

  it('is refused below zero', () => {
    expect(() => yuan(-1n)).toThrow(RangeError);
  });

  it('says every amount in its own words, and never two gaps in a row', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 16n), (amount) => {
        expect(amountOf(yuan(amount))).toBe(amount);
        expect(yuan(amount)).not.toMatch(/零零|零[万亿]/);
      }),
    );
  });
});

/** Reads capital numerals back, in fen. */
function amountOf(text: string): bigint {
  const [, whole = '', jiao, fen] = /^人民币(?:(.*)元)?(?:整|零?(?:(.)角)?(?:(.)分)?)$/.exec(text) ?? [];
  return wholeOf(whole) * 100n + digitOf(jiao) * 10n + digitOf(fen);
}

function wholeOf(text: string): bigint {
  for (const [name, size] of Object.entries({ 亿: 10n ** 8n, 万: 10n ** 4n })) {
    const at = text.lastIndexOf(name);
    if (at >= 0) return wholeOf(text.slice(0, at)) * size + wholeOf(text.slice(at + 1));
  }
  const sizes: Record<string, bigint> = { 仟: 1_000n, 佰: 100n, 拾: 10n };
  return [...text.matchAll(/([零壹贰叁肆伍陆柒捌玖])([仟佰拾]?)/g)].reduce(
    (sum, [, digit, size]) => sum + digitOf(digit) * (sizes[size ?? ''] ?? 1n),
    0n,
  );
}

const digitOf = (digit: string | undefined) =>
  BigInt(Math.max(0, '零壹贰叁肆伍陆柒捌玖'.indexOf(digit ?? '零')));
