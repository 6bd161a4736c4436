import type { FieldProblem, LocalDate, Texts } from '@yitu/kernel';
import type { DocumentKind } from './document-kinds.ts';
import { readZone, type ZoneFacts } from './machine-readable-zone.ts';
import { readResidentNumber } from './resident-number.ts';

/** What is known of the traveller whose document it is. */
export interface Holder {
  readonly birthDate: LocalDate;
  readonly latinName: string | null;
  /** Known only of a customer who travels. */
  readonly sex: 'female' | 'male' | null;
}

/** The ways in which a document is not its holder's. */
export type Contradiction = 'name-differs' | 'birth-date-differs' | 'sex-differs';

const messages: Readonly<Record<Contradiction, Texts>> = {
  'name-differs': { zh: '机读区姓名与出行人不一致', en: "the name is not the traveller's" },
  'birth-date-differs': { zh: '出生日期与出行人不一致', en: "the birth date is not the traveller's" },
  'sex-differs': { zh: '性别与客户资料不一致', en: "the sex is not the customer's" },
};

interface Facts {
  /** In full, or its last six digits. */
  readonly birthDate: string;
  readonly sex: 'female' | 'male' | null;
}

/** What of a document's number or zone is not the holder's, as problems of `field`. */
export const holderProblems = (field: string, facts: Facts, holder: Holder): FieldProblem[] =>
  factsAgainst(facts, holder).map((rule) => ({ field, rule, message: messages[rule] }));

/** A long name is cut in the zone: what is there must be how the traveller's name begins. */
export const nameProblems = (field: string, { name }: ZoneFacts, holder: Holder): FieldProblem[] =>
  nameAgainst(name, holder).map((rule) => ({ field, rule, message: messages[rule] }));

/** In what a document that is on file contradicts what its holder is said to be now: by the same rules as when it was entered. */
export function contradictions(
  document: { readonly kind: DocumentKind; readonly number: string; readonly mrz: readonly string[] | null },
  holder: Holder,
): Contradiction[] {
  const { kind, number, mrz } = document;
  const resident = kind === 'identity-card' ? readResidentNumber('', number) : undefined;
  const zone = mrz ? readZone('', kind, mrz) : undefined;
  return [
    ...(resident && !('rule' in resident) ? factsAgainst(resident, holder) : []),
    ...(zone && !Array.isArray(zone)
      ? [...nameAgainst(zone.name, holder), ...factsAgainst(zone, holder)]
      : []),
  ];
}

function factsAgainst(facts: Facts, { birthDate, sex }: Holder): Contradiction[] {
  const sameDate = birthDate.replaceAll('-', '').endsWith(facts.birthDate.replaceAll('-', ''));
  return [
    ...(sameDate ? [] : ['birth-date-differs' as const]),
    ...(!sex || !facts.sex || sex === facts.sex ? [] : ['sex-differs' as const]),
  ];
}

function nameAgainst(name: string, { latinName }: Holder): Contradiction[] {
  const letters = (text: string) => text.toUpperCase().replaceAll(/[^A-Z]/g, '');
  return latinName === null || letters(latinName).startsWith(letters(name)) ? [] : ['name-differs'];
}
