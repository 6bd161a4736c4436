import type { FieldProblem, Texts } from '@yitu/kernel';
import { masked, type MaskingRule } from '@yitu/vault';

/** What a traveller shows at borders and desks. */
export const documentKinds = [
  'identity-card',
  'passport',
  'mainland-travel-permit',
  'hong-kong-macau-permit',
  'taiwan-permit',
  'other',
] as const;

export type DocumentKind = (typeof documentKinds)[number];

interface Rule {
  readonly form: RegExp;
  readonly message: Texts;
}

/** How numbers of each kind look; a resident identity card has rules of its own (resident-number.ts). */
const rules: Readonly<Record<Exclude<DocumentKind, 'identity-card'>, Rule>> = {
  passport: {
    form: /^[A-Z0-9]{5,15}$/,
    message: { zh: '护照号码应为 5 至 15 位字母或数字', en: 'must be 5 to 15 letters and digits' },
  },
  // 港澳居民: H or M and 8 digits, older ones with 2 digits of the issue; 台湾居民: 8 digits, older ones with the issue.
  'mainland-travel-permit': {
    form: /^([HM]\d{8}(\d{2})?|\d{8}(\d{2}[A-Z]?)?)$/,
    message: {
      zh: '来往内地（大陆）通行证号码应为 H 或 M 加 8 位数字，或 8 位数字',
      en: 'must be H or M with 8 digits, or 8 digits',
    },
  },
  // Cards: C and 8 digits or a letter and 7; booklets: W and 8 digits.
  'hong-kong-macau-permit': {
    form: /^(C[A-Z0-9]\d{7}|W\d{8})$/,
    message: {
      zh: '往来港澳通行证号码应以 C 或 W 开头，共 9 位',
      en: 'must begin with C or W and have 9 characters',
    },
  },
  // Cards: L and 8 digits or a letter and 7; booklets: T and 8 digits.
  'taiwan-permit': {
    form: /^(L[A-Z0-9]\d{7}|T\d{8})$/,
    message: {
      zh: '往来台湾通行证号码应以 L 或 T 开头，共 9 位',
      en: 'must begin with L or T and have 9 characters',
    },
  },
  other: {
    form: /^[A-Z0-9]{4,30}$/,
    message: { zh: '证件号码应为 4 至 30 位字母或数字', en: 'must be 4 to 30 letters and digits' },
  },
};

/** Since 1997: E or another letter, a letter or digit, and digits; before that 14 or 15 and 7 digits. Nine characters always. */
const chinesePassport: Rule = {
  form: /^([A-Z][A-Z0-9]\d{7}|1[45]\d{7})$/,
  message: {
    zh: '中国护照号码共 9 位，以字母开头',
    en: 'a Chinese passport number has 9 characters, a letter first',
  },
};

/** A document number as it is compared and kept: capital letters, no blanks or hyphens, whatever keyboard it was typed on. */
export const documentNumber = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s()·.-]/g, '');

/** What is wrong with the form of a number; nothing, or one problem. Never repeats the number. */
export function numberProblems(
  field: string,
  kind: Exclude<DocumentKind, 'identity-card'>,
  number: string,
  issuingCountry: string | null,
): FieldProblem[] {
  const rule = kind === 'passport' && issuingCountry === 'CHN' ? chinesePassport : rules[kind];
  return rule.form.test(number) ? [] : [{ field, rule: `${kind}-number`, message: rule.message }];
}

const masks: Readonly<Record<DocumentKind, MaskingRule>> = {
  'identity-card': { head: 6, tail: 4 },
  passport: { head: 1, tail: 3 },
  'mainland-travel-permit': { head: 1, tail: 3 },
  'hong-kong-macau-permit': { head: 1, tail: 3 },
  'taiwan-permit': { head: 1, tail: 3 },
  other: { head: 1, tail: 2 },
};

/** What people see of a number. */
export const maskedNumber = (kind: DocumentKind, number: string): string => masked(number, masks[kind]);
