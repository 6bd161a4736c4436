import { localDate, type LocalDate } from '@yitu/kernel';
import type { DocumentKind } from '../../documents/document-kinds.ts';

/** What is known of somebody who is to travel. */
export interface Person {
  readonly birthDate: LocalDate;
  /** ISO 3166-1 alpha-2. */
  readonly nationality: string;
  readonly documents: readonly { readonly kind: DocumentKind; readonly expiresOn: LocalDate | null }[];
}

/** What is asked of them. */
export interface Demand {
  /** Age in years at departure: from `from` to below `below`; none where that is 0. */
  readonly age: { readonly from: number; readonly below: number };
  readonly departsOn: LocalDate;
  /** When the document must be valid; undefined where none is asked for. */
  readonly documentsValidOn: LocalDate | undefined;
  readonly destinationCountry: string;
}

export type Rule = 'unknown' | 'too-young' | 'too-old' | 'document-missing' | 'document-expires';

/** Age in completed years: whoever is born on 29 February completes one on 1 March of other years. */
export const ageOn = (birthDate: LocalDate, date: LocalDate): number =>
  localDate(birthDate).until(localDate(date), { largestUnit: 'years' }).years;

/** The rules somebody breaks; `unknown` when nobody is known under the id. */
export function violationsOf(person: Person | undefined, demand: Demand): Rule[] {
  if (!person) return ['unknown'];
  const age = ageOn(person.birthDate, demand.departsOn);
  const { from, below } = demand.age;
  return [
    ...(age < from ? (['too-young'] as const) : []),
    ...(below > 0 && age >= below ? (['too-old'] as const) : []),
    ...documentProblems(person, demand),
  ];
}

function documentProblems(
  { nationality, documents }: Person,
  { documentsValidOn, destinationCountry }: Demand,
): Rule[] {
  if (documentsValidOn === undefined) return [];
  const kinds = documentsFor(nationality, destinationCountry);
  const fitting = documents.filter(({ kind }) => kinds.includes(kind));
  if (fitting.length === 0) return ['document-missing'];
  const valid = fitting.some(({ expiresOn }) => expiresOn !== null && expiresOn >= documentsValidOn);
  return valid ? [] : ['document-expires'];
}

/**
 * What is missing of somebody's documents whatever their kind, wherever they travel: none is entered, or all of them end before the return. One without
 * an end lasts.
 * @param returnsOn undefined where it is not asked
 */
export function documentGap(
  { documents }: Pick<Person, 'documents'>,
  returnsOn: LocalDate | undefined,
): Rule | undefined {
  if (returnsOn === undefined) return undefined;
  if (documents.length === 0) return 'document-missing';
  const lasting = documents.some(({ expiresOn }) => expiresOn === null || expiresOn >= returnsOn);
  return lasting ? undefined : 'document-expires';
}

/**
 * Documents that are taken at the border of a destination. Chinese citizens go to Hong Kong, Macao and Taiwan with a permit and elsewhere with a
 * passport (中华人民共和国出境入境管理法 art. 9 and 10); everybody else needs a passport, residents of Hong Kong, Macao and Taiwan their permit for the mainland.
 */
function documentsFor(nationality: string, country: string): readonly DocumentKind[] {
  if (nationality !== 'CN') return ['passport', 'mainland-travel-permit', 'other'];
  if (country === 'HK' || country === 'MO') return ['hong-kong-macau-permit'];
  return country === 'TW' ? ['taiwan-permit'] : ['passport'];
}
