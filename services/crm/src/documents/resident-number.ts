import type { FieldProblem, LocalDate, Texts } from '@yitu/kernel';
import places from 'id-validator/src/GB2260.js';

/** What a Chinese resident number (公民身份号码, GB 11643) tells of its holder. */
export interface ResidentFacts {
  /** Where it was first given out: the place, or its province where the table of places does not know it. */
  readonly region: string;
  readonly birthDate: LocalDate;
  readonly sex: 'female' | 'male';
}

const rules = {
  oldForm: {
    zh: '15 位旧身份证已停用，请录入 18 位号码',
    en: 'first-generation numbers of 15 digits are no longer valid; give the one of 18',
  },
  form: {
    zh: '应为 17 位数字加 1 位校验码（数字或 X）',
    en: 'must have 17 digits and a check character (digit or X)',
  },
  region: { zh: '前六位不是有效的行政区划代码', en: 'does not begin with the code of a Chinese region' },
  birthDate: { zh: '第 7 至 14 位不是有效日期', en: 'holds no valid birth date in its digits 7 to 14' },
  checksum: {
    zh: '校验码不符，请核对号码',
    en: 'its check character does not fit; look for a typing mistake',
  },
} as const satisfies Record<string, Texts>;

/** Provinces by their two digits; those of residents from Hong Kong, Macau and Taiwan are not in the table. */
const elsewhere: Readonly<Record<string, string>> = {
  '71': '台湾省',
  '81': '香港特别行政区',
  '82': '澳门特别行政区',
  '83': '台湾地区',
};

/** A day on which nobody alive was born is none either, as far as the number goes. */
export const birthDateProblem = (field: string): FieldProblem => ({
  field,
  rule: 'resident-number-birth-date',
  message: rules.birthDate,
});

/**
 * Reads a resident number, with capital letters and without blanks.
 * @returns the facts, or the one thing that is wrong with it
 */
export function readResidentNumber(field: string, number: string): ResidentFacts | FieldProblem {
  const problem = (rule: string, message: Texts): FieldProblem => ({ field, rule, message });
  if (/^\d{15}$/.test(number)) return problem('resident-number-of-15-digits', rules.oldForm);
  if (!/^\d{17}[\dX]$/.test(number)) return problem('resident-number', rules.form);
  const region = regionOf(number);
  if (region === undefined) return problem('resident-number-region', rules.region);
  const birthDate = dateOf(number.slice(6, 14));
  if (birthDate === undefined) return birthDateProblem(field);
  if (checkCharacter(number) !== number.at(-1)) return problem('resident-number-checksum', rules.checksum);
  return { region, birthDate, sex: Number(number[16]) % 2 === 1 ? 'male' : 'female' };
}

/** The name of the region a number, or its first six digits, begins with. */
export function regionOf(number: string): string | undefined {
  const province = number.slice(0, 2);
  return places[number.slice(0, 6)] ?? places[`${province}0000`] ?? elsewhere[province];
}

/** ISO 7064 MOD 11-2 over the first 17 digits. */
function checkCharacter(number: string): string | undefined {
  const sum = Array.from(number.slice(0, 17)).reduce((total, digit) => (total + Number(digit)) * 2, 0);
  return '10X98765432'[sum % 11];
}

/** The day that eight digits (YYYYMMDD) say, if there is such a day. */
export function dateOf(digits: string): LocalDate | undefined {
  const fields = {
    year: Number(digits.slice(0, 4)),
    month: Number(digits.slice(4, 6)),
    day: Number(digits.slice(6)),
  };
  try {
    return Temporal.PlainDate.from(fields, { overflow: 'reject' }).toString();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
