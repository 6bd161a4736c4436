import { fractionDigits } from '../amount.ts';
import type { Money } from '@yitu/kernel';

const digits = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const units = [
  [100_000_000n, '亿'],
  [10_000n, '万'],
  [1_000n, '仟'],
  [100n, '佰'],
  [10n, '拾'],
] as const;
const parts = ['角', '分', '厘'];

/**
 * An amount in Chinese capital numerals (大写金额), as contracts state it beside the figures, e.g. 人民币壹仟贰佰元零伍分. The rules are those of
 * the People's Bank for bills and settlement vouchers (支付结算办法, annex 1): gaps are read 零, amounts without a fraction end in 整.
 * @throws RangeError below zero
 */
export function inCapitals({ amount, currency }: Money): string {
  if (amount < 0n) throw new RangeError('a contract states no negative amount');
  const places = fractionDigits(currency);
  const unit = 10n ** BigInt(places);
  const fraction = (amount % unit).toString().padStart(places, '0');
  return `${nameOf(currency)}${inUnits(amount / unit, amount % unit === 0n ? '' : fraction)}`;
}

function inUnits(whole: bigint, fraction: string): string {
  if (fraction === '') return `${read(whole)}元整`;
  const read0 = whole === 0n ? '' : `${read(whole)}元`;
  return read0 + readFraction(fraction, whole > 0n);
}

/** @param gaps whether zeros before the first digit are read: only after a whole part */
function readFraction(fraction: string, gaps: boolean): string {
  const said = fraction
    .split('')
    .map((digit, place) => (digit === '0' ? '零' : `${digitOf(digit)}${parts[place] ?? ''}`));
  const text = said.join('').replaceAll(/零+/g, '零').replace(/零$/, '');
  return gaps ? text : text.replace(/^零/, '');
}

function read(value: bigint): string {
  const largest = units.find(([size]) => value >= size);
  if (!largest) return digitOf(value.toString());
  const [size, name] = largest;
  const rest = value % size;
  const gap = rest < size / 10n ? '零' : '';
  return `${read(value / size)}${name}${rest === 0n ? '' : gap + read(rest)}`;
}

const digitOf = (digit: string) => digits[Number(digit)] ?? digit;

const nameOf = (currency: string) =>
  new Intl.DisplayNames('zh-CN', { type: 'currency' }).of(currency) ?? currency;
