import type { FieldProblem, Texts } from '@yitu/kernel';

const rules = {
  form: {
    zh: '银行账号应为 8 至 30 位数字，或国际银行账号 IBAN',
    en: 'must have 8 to 30 digits, or be an IBAN',
  },
  card: { zh: '银行卡号校验位不符，请核对', en: 'its check digit does not fit; look for a typing mistake' },
  iban: {
    zh: 'IBAN 校验位不符，请核对',
    en: 'the check digits of the IBAN do not fit; look for a typing mistake',
  },
} as const satisfies Record<string, Texts>;

/** An account number as it is compared and kept: capital letters, no blanks or hyphens. */
export const accountNumber = (text: string): string =>
  text.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/g, '');

/**
 * What is wrong with an account number; nothing, or one problem. IBAN: ISO 13616. Numbers of UnionPay cards (62…, 16 to 19 digits) end with the
 * check digit of ISO/IEC 7812; other Chinese account numbers have none.
 */
export function accountProblems(field: string, number: string): FieldProblem[] {
  const problem = (rule: string, message: Texts) => [{ field, rule, message }];
  if (/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(number))
    return ibanRemainder(number) === 1n ? [] : problem('iban-checksum', rules.iban);
  if (!/^\d{8,30}$/.test(number)) return problem('account-number', rules.form);
  if (/^62\d{14,17}$/.test(number) && !passesLuhn(number)) return problem('card-checksum', rules.card);
  return [];
}

/** Its first four characters moved to the end, letters as numbers from 10 on, modulo 97. */
function ibanRemainder(number: string): bigint {
  const moved = number.slice(4) + number.slice(0, 4);
  return BigInt(moved.replaceAll(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))) % 97n;
}

function passesLuhn(number: string): boolean {
  const sum = Array.from(number)
    .toReversed()
    .map((digit, place) => Number(digit) * (place % 2 === 1 ? 2 : 1))
    .reduce((total, value) => total + (value > 9 ? value - 9 : value), 0);
  return sum % 10 === 0;
}
