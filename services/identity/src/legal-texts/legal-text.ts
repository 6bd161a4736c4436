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

/** Of each kind the text in force today; none where the agency has published none, or is none itself. */
export async function currentTexts(uow: UnitOfWork): Promise<Partial<Record<LegalKind, LegalText>>> {
  const [agency] = await uow.find(Agency, {});
  const validFrom = { $lte: today(uow.now, agency?.timeZone ?? 'UTC') };
  const valid = await uow.find(LegalText, { validFrom });
  const newestLast = valid.toSorted((one, other) => (one.validFrom < other.validFrom ? -1 : 1));
  return Object.fromEntries(newestLast.map((text) => [text.kind, text]));
}
