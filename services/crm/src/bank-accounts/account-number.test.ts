import { expect, it } from 'vitest';
import { accountNumber, accountProblems } from './account-number.ts';

const rulesOf = (text: string) =>
  accountProblems('/body/number', accountNumber(text)).map(({ rule }) => rule);

it.each([
  'DE89 3704 0044 0532 0130 00',
  'gb82 west 1234 5698 7654 32',
  '6222 0212 3456 7890 128',
  '62 1700-0000-0000-0001-2',
  '4000 1234 5678 9012 34',
  '12345678',
])('takes %s', (text) => {
  expect(rulesOf(text)).toEqual([]);
});

it.each([
  ['DE89 3704 0044 0532 0130 01', 'iban-checksum'],
  ['6222021234567890129', 'card-checksum'],
  ['6222021234567890182', 'card-checksum'],
  ['1234567', 'account-number'],
  ['1234567890123456789012345678901', 'account-number'],
  ['not a number', 'account-number'],
])('refuses %s by %s', (text, rule) => {
  expect(rulesOf(text)).toEqual([rule]);
});
