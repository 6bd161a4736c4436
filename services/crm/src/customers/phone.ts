import type { FieldProblem } from '@yitu/kernel';

/** Numbers within China (+86), without the trunk zero: mobile, two-digit area code with 8 digits, three-digit one (or 400, 800) with 7 or 8. */
const chinese = /^(1[3-9]\d{9}|(10|2\d)\d{8}|[3-9]\d{2}\d{7,8})$/;
/** ITU-T E.164: country code and number, 15 digits at the most. */
const international = /^[1-9]\d{6,14}$/;

/**
 * A phone number as people write it, in the form of E.164 (`+8613812345678`). Without `+` or `00` in front it is a Chinese one.
 * @returns undefined when it cannot be a phone number
 */
export function phoneOf(text: string): string | undefined {
  const written = text.normalize('NFKC').trim();
  if (!/^\+?[0-9 -]{6,24}$/.test(written)) return undefined;
  const compact = written.replaceAll(/[ -]/g, '');
  const [, digits] = /^(?:\+|00)(.*)$/.exec(compact) ?? [];
  if (digits === undefined) return inChina(compact);
  if (digits.startsWith('86')) return inChina(digits.slice(2));
  return international.test(digits) ? `+${digits}` : undefined;
}

function inChina(digits: string): string | undefined {
  const number = digits.replace(/^0/, '');
  return chinese.test(number) ? `+86${number}` : undefined;
}

/** The problem of a field (JSON pointer) that holds no phone number. */
export const phoneProblem = (field: string): FieldProblem => ({
  field,
  rule: 'phone',
  message: {
    zh: '不是有效的电话号码；国外号码请以 + 和国家代码开头',
    en: 'is not a phone number; numbers outside China begin with + and the country code',
  },
});
