import { expect, it } from 'vitest';
import { moneyText, moneyTexts } from './money.ts';

it.each([
  [{ amount: 123_450n, currency: 'CNY' }, 'CNY 1,234.50'],
  [{ amount: 5n, currency: 'CNY' }, 'CNY 0.05'],
  [{ amount: -1_234_567n, currency: 'JPY' }, 'JPY -1,234,567'],
  [{ amount: 900_719_925_474_099_301n, currency: 'USD' }, 'USD 9,007,199,254,740,993.01'],
])('writes %o with the digits of its currency, exactly', (money, text) => {
  expect(moneyText(money)).toBe(text);
});

it.each([
  [{ amount: 123_450n, currency: 'CNY' }, '¥1,234.50', 'CN¥1,234.50'],
  [{ amount: -5n, currency: 'USD' }, '-US$0.05', '-$0.05'],
  [{ amount: 1_234_567n, currency: 'JPY' }, 'JP¥1,234,567', '¥1,234,567'],
  [
    { amount: 900_719_925_474_099_301n, currency: 'CNY' },
    '¥9,007,199,254,740,993.01',
    'CN¥9,007,199,254,740,993.01',
  ],
])('writes %o with the sign of its currency in each language, exactly', (money, zh, en) => {
  expect(moneyTexts(money)).toEqual({ zh, en });
});
