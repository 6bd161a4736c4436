import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType } from '@yitu/persistence';
import { Id, InstantText, LocalDate, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { line, orNull } from '../text.ts';
import { documentKinds, type DocumentKind } from './document-kinds.ts';
import { regionOf } from './resident-number.ts';

/** A document of a traveller; its number and its machine-readable zone are sealed under the traveller's key. */
export const TravellerDocument = defineEntity({
  name: 'TravellerDocument',
  tableName: 'traveller_documents',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    travellerId: p.uuid(),
    customerId: p.uuid(),
    branchId: p.uuid(),
    ownerId: p.uuid(),
    kind: p.string().$type<DocumentKind>(),
    numberSealed: p.text(),
    numberIndex: p.text(),
    numberMasked: p.text(),
    mrzSealed: p.text().nullable(),
    issuingCountry: p.string().nullable(),
    sex: p.string().$type<'female' | 'male'>().nullable(),
    issuedOn: p.date().nullable(),
    expiresOn: p.date().nullable(),
    version: p.integer(),
    createdAt: p.type(InstantType),
  },
});

export type TravellerDocument = InferEntity<typeof TravellerDocument>;

export const documentFields = {
  kind: Type.Enum([...documentKinds]),
  number: { ...line(40), description: 'Blanks and hyphens do not matter' },
  mrz: Type.Array(Type.String({ minLength: 30, maxLength: 44, pattern: '^[A-Za-z0-9< ]*$' }), {
    minItems: 2,
    maxItems: 3,
    description: 'The lines of the machine-readable zone as they are printed',
  }),
  issuingCountry: {
    ...orNull(Type.String({ minLength: 1, maxLength: 3, pattern: '^[A-Z]{1,3}$' })),
    description: 'As ICAO Doc 9303 has it: three letters, Germany is D',
  },
  issuedOn: orNull(LocalDate),
  expiresOn: orNull(LocalDate),
};

export const DocumentView = Type.Object(
  {
    id: Id,
    travellerId: Id,
    customerId: Id,
    kind: documentFields.kind,
    maskedNumber: Type.String(),
    hasMrz: Type.Boolean(),
    issuingCountry: documentFields.issuingCountry,
    sex: Type.Unsafe<'female' | 'male' | null>({ enum: ['female', 'male', null] }),
    region: { ...orNull(Type.String()), description: 'Where a resident number was first given out' },
    issuedOn: documentFields.issuedOn,
    expiresOn: documentFields.expiresOn,
    version: Version,
    createdAt: InstantText,
  },
  { title: 'TravellerDocument' },
);

/** A document as everybody sees it who may read it: masked. */
export const documentView = (document: TravellerDocument): Static<typeof DocumentView> => ({
  id: document.id,
  travellerId: document.travellerId,
  customerId: document.customerId,
  kind: document.kind,
  maskedNumber: document.numberMasked,
  hasMrz: document.mrzSealed != null,
  issuingCountry: document.issuingCountry ?? null,
  sex: document.sex ?? null,
  region: document.kind === 'identity-card' ? (regionOf(document.numberMasked) ?? null) : null,
  issuedOn: document.issuedOn ?? null,
  expiresOn: document.expiresOn ?? null,
  version: document.version,
  createdAt: document.createdAt.toString(),
});
