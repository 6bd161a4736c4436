import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { today } from '@yitu/kernel';
import { InstantType, type UnitOfWork } from '@yitu/persistence';
import { Agency } from '../agencies/agency.ts';

export const legalKinds = ['terms', 'privacy'] as const;
export type LegalKind = (typeof legalKinds)[number];

/** What customers agree to, as of a date; never changed, only followed by the next one. */
export const LegalText = defineEntity({
  name: 'LegalText',
  tableName: 'legal_texts',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    kind: p.string().$type<LegalKind>(),
    textVersion: p.string(),
    /** Local date of the agency. */
    validFrom: p.date(),
    texts: p.json<{ zh: string; en: string }>(),
    version: p.integer(),
    createdAt: p.type(InstantType),
  },
});

export type LegalText = InferEntity<typeof LegalText>;

/** The date people at the agency write now. */
export async function todayAt(uow: UnitOfWork): Promise<string> {
  const { timeZone } = await uow.get(Agency, uow.agencyId);
  return today(uow.now, timeZone);
}

/** Of each kind the text in force today; none where the agency has published none. */
export async function currentTexts(uow: UnitOfWork): Promise<Partial<Record<LegalKind, LegalText>>> {
  const valid = await uow.find(LegalText, { validFrom: { $lte: await todayAt(uow) } });
  const newestLast = valid.toSorted((one, other) => (one.validFrom < other.validFrom ? -1 : 1));
  return Object.fromEntries(newestLast.map((text) => [text.kind, text]));
}
