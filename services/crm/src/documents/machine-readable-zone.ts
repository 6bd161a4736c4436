import type { FieldProblem, LocalDate, Texts } from '@yitu/kernel';
import { parse } from 'mrz';
import type { DocumentKind } from './document-kinds.ts';
import { dateOf } from './resident-number.ts';

/** What a machine-readable zone (ICAO Doc 9303) says of a document and its holder; all of it passed its check digits. */
export interface ZoneFacts {
  readonly number: string;
  /** Three letters as ICAO has them; Germany is D. */
  readonly issuingCountry: string;
  /** `ERIKSSON ANNA MARIA`. */
  readonly name: string;
  /** The last six digits of the date, YYMMDD: a zone does not say the century. */
  readonly birthDate: string;
  readonly sex: 'female' | 'male' | null;
  readonly expiresOn: LocalDate;
}

type Zone = ReturnType<typeof parse>;
type FieldName = NonNullable<Zone['details'][number]['field']>;

/** Passports have two lines of 44 characters, cards three of 30 or two of 36. */
const formats = { passport: ['TD3'], card: ['TD1', 'TD2'] };

const zoneFields: Partial<Record<FieldName, Texts>> = {
  documentCode: { zh: '证件类型', en: 'document code' },
  issuingState: { zh: '签发国', en: 'issuing state' },
  lastName: { zh: '姓', en: 'surname' },
  firstName: { zh: '名', en: 'given names' },
  documentNumber: { zh: '证件号码', en: 'document number' },
  documentNumberCheckDigit: { zh: '证件号码校验位', en: 'check digit of the document number' },
  nationality: { zh: '国籍', en: 'nationality' },
  birthDate: { zh: '出生日期', en: 'birth date' },
  birthDateCheckDigit: { zh: '出生日期校验位', en: 'check digit of the birth date' },
  sex: { zh: '性别', en: 'sex' },
  expirationDate: { zh: '有效期', en: 'expiry date' },
  expirationDateCheckDigit: { zh: '有效期校验位', en: 'check digit of the expiry date' },
  personalNumber: { zh: '个人号码', en: 'personal number' },
  personalNumberCheckDigit: { zh: '个人号码校验位', en: 'check digit of the personal number' },
  compositeCheckDigit: { zh: '总校验位', en: 'composite check digit' },
};

/**
 * Reads the lines of a machine-readable zone as they are: nothing is corrected, since a guess at a document number is worse than a question.
 * @returns the facts, or what is wrong, field by field; never with the text of a line
 */
export function readZone(
  field: string,
  kind: DocumentKind,
  lines: readonly string[],
): ZoneFacts | FieldProblem[] {
  const zone = parsed(lines);
  const fitting = kind === 'passport' ? formats.passport : formats.card;
  if (!zone || !fitting.includes(zone.format)) return [formatProblem(field, kind)];
  const problems = zone.details.flatMap(({ field: name, valid, line }) =>
    (valid && isDay(name, zone.fields)) || name === null ? [] : [problemOf(`${field}/${line}`, name)],
  );
  return problems.length > 0 ? problems : factsOf(zone);
}

/** The package knows no calendar: 30 February is a day to it. Whatever is not in six digits is its affair. */
function isDay(name: FieldName | null, fields: Zone['fields']): boolean {
  if (name !== 'birthDate' && name !== 'expirationDate') return true;
  const digits = fields[name] ?? '';
  return !/^\d{6}$/.test(digits) || dateOf(`20${digits}`) !== undefined;
}

/** The package throws where the lines fit no format, quoting them. */
function parsed(lines: readonly string[]): Zone | undefined {
  try {
    return parse(lines);
  } catch {
    return undefined; // fits no format
  }
}

function factsOf({ fields, documentNumber }: Zone): ZoneFacts {
  const { issuingState, lastName, firstName, birthDate, sex, expirationDate } = fields;
  return {
    number: documentNumber ?? '',
    issuingCountry: issuingState ?? '',
    name: [lastName, firstName].filter(Boolean).join(' '),
    birthDate: birthDate ?? '',
    sex: sex === 'female' || sex === 'male' ? sex : null,
    // Documents are valid for ten years at the most: every one in use ends in this century.
    expiresOn: `20${(expirationDate ?? '').replace(/(..)(..)(..)/, '$1-$2-$3')}`,
  };
}

function problemOf(field: string, name: FieldName): FieldProblem {
  const { zh, en } = zoneFields[name] ?? { zh: '可选数据', en: 'optional data' };
  const rule = `mrz-${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  return {
    field,
    rule,
    message: { zh: `机读区的${zh}有误`, en: `the ${en} of the machine-readable zone is wrong` },
  };
}

const formatProblem = (field: string, kind: DocumentKind): FieldProblem => ({
  field,
  rule: 'mrz-format',
  message:
    kind === 'passport'
      ? { zh: '护照机读区应为两行，每行 44 个字符', en: 'a passport has two lines of 44 characters' }
      : {
          zh: '证件机读区应为三行 30 个字符或两行 36 个字符',
          en: 'a card has three lines of 30 characters or two of 36',
        },
});
