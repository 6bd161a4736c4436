import type { FieldProblem, LocalDate, Texts } from '@yitu/kernel';
import { states } from 'mrz';
import { birthDateProblems } from '../birth-date.ts';
import { errors } from '../errors.ts';
import { documentNumber, numberProblems, type DocumentKind } from './document-kinds.ts';
import { holderProblems, nameProblems, type Holder } from './holder-problems.ts';
import { readZone, type ZoneFacts } from './machine-readable-zone.ts';
import { birthDateProblem, readResidentNumber, type ResidentFacts } from './resident-number.ts';

/** A document as it is entered: by its number, by its machine-readable zone, or by both. */
export interface DocumentEntry {
  readonly kind: DocumentKind;
  readonly number?: string;
  readonly mrz?: readonly string[];
  readonly issuingCountry?: string | null;
  readonly issuedOn?: LocalDate | null;
  readonly expiresOn?: LocalDate | null;
}

/** A document as it is kept, still in plain text. */
export interface SettledDocument {
  readonly kind: DocumentKind;
  readonly number: string;
  readonly mrz: readonly string[] | null;
  readonly issuingCountry: string | null;
  readonly sex: 'female' | 'male' | null;
  readonly issuedOn: LocalDate | null;
  readonly expiresOn: LocalDate | null;
}

const problem = (field: string, rule: string, zh: string, en: string): FieldProblem => ({
  field,
  rule,
  message: { zh, en } satisfies Texts,
});

/**
 * Checks a document against itself and its holder. What the machine-readable zone says need not be entered again; where it is, both must agree.
 * @throws crm/not-valid naming every field that breaks a rule, never a value
 */
export function settleDocument(entry: DocumentEntry, holder: Holder, now: Temporal.Instant): SettledDocument {
  const lines = entry.mrz?.map((line) => line.toUpperCase().replaceAll(' ', '')) ?? null;
  const zone = lines && readZone('/body/mrz', entry.kind, lines);
  if (Array.isArray(zone)) throw errors.notValid({ fields: zone });
  const number = entry.number === undefined ? (zone?.number ?? '') : documentNumber(entry.number);
  const issuingCountry = entry.issuingCountry ?? zone?.issuingCountry ?? countryOf(entry.kind);
  const expiresOn = entry.expiresOn ?? zone?.expiresOn ?? null;
  const issuedOn = entry.issuedOn ?? null;
  const { resident, problems } = readNumber(entry, number, issuingCountry, now);
  const fields = [
    ...problems,
    ...(resident ? holderProblems('/body/number', resident, holder) : []),
    ...(zone ? [...zoneProblems(entry, number, zone), ...nameProblems('/body/mrz', zone, holder)] : []),
    ...(zone ? holderProblems('/body/mrz', zone, holder) : []),
    ...countryProblems(entry.kind, issuingCountry),
    ...dateProblems(issuedOn, expiresOn, now),
  ];
  if (fields.length > 0) throw errors.notValid({ fields });
  const sex = resident?.sex ?? zone?.sex ?? null;
  return { kind: entry.kind, number, mrz: lines, issuingCountry, sex, issuedOn, expiresOn };
}

function readNumber(
  { kind, number: given, mrz }: DocumentEntry,
  number: string,
  issuingCountry: string | null,
  now: Temporal.Instant,
): { resident?: ResidentFacts; problems: FieldProblem[] } {
  if (given === undefined && mrz === undefined)
    return {
      problems: [
        problem(
          '/body/number',
          'required',
          '请填写证件号码或机读区',
          'give the number or the machine-readable zone',
        ),
      ],
    };
  if (kind !== 'identity-card')
    return { problems: numberProblems('/body/number', kind, number, issuingCountry) };
  const read = readResidentNumber('/body/number', number);
  if ('rule' in read) return { problems: [read] };
  const possible = birthDateProblems('/body/number', read.birthDate, now).length === 0;
  return possible ? { resident: read, problems: [] } : { problems: [birthDateProblem('/body/number')] };
}

/** Resident cards, and permits that mainland authorities give out, are Chinese; other documents need not say. */
const countryOf = (kind: DocumentKind): string | null =>
  kind === 'passport' || kind === 'other' ? null : 'CHN';

function zoneProblems(
  { number: given, expiresOn, issuingCountry }: DocumentEntry,
  number: string,
  zone: ZoneFacts,
) {
  const differs = (name: string) =>
    problem(`/body/${name}`, 'differs-from-mrz', '与机读区不一致', 'differs from the machine-readable zone');
  return [
    ...(given !== undefined && number !== zone.number ? [differs('number')] : []),
    ...(expiresOn && expiresOn !== zone.expiresOn ? [differs('expiresOn')] : []),
    ...(issuingCountry && issuingCountry !== zone.issuingCountry ? [differs('issuingCountry')] : []),
  ];
}

function countryProblems(kind: DocumentKind, country: string | null): FieldProblem[] {
  const field = '/body/issuingCountry';
  if (country === null)
    return kind === 'passport'
      ? [problem(field, 'required', '请填写签发国', 'a passport has an issuing country')]
      : [];
  if (Object.hasOwn(states, country)) return [];
  return [problem(field, 'country', '不是 ICAO 三字母国家或地区代码', 'is no country code of ICAO Doc 9303')];
}

function dateProblems(
  issuedOn: LocalDate | null,
  expiresOn: LocalDate | null,
  now: Temporal.Instant,
): FieldProblem[] {
  if (issuedOn === null) return [];
  const future = birthDateProblems('/body/issuedOn', issuedOn, now).length > 0;
  return [
    ...(future
      ? [problem('/body/issuedOn', 'past', '签发日期不能晚于今天', 'must not lie in the future')]
      : []),
    ...(expiresOn !== null && expiresOn < issuedOn
      ? [
          problem(
            '/body/expiresOn',
            'after-issue',
            '有效期应晚于签发日期',
            'must not lie before the date of issue',
          ),
        ]
      : []),
  ];
}
