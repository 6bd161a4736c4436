import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { isCountry, type FieldProblem } from '@yitu/kernel';
import { InstantType } from '@yitu/persistence';
import { Id, InstantText, LocalDate, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { birthDateProblems } from '../birth-date.ts';
import { errors } from '../errors.ts';
import { line, orNull, tidyAll } from '../text.ts';

export const relations = [
  'self',
  'spouse',
  'child',
  'parent',
  'sibling',
  'relative',
  'friend',
  'colleague',
  'other',
] as const;

/** Somebody who travels on a customer's orders; belongs to whom the customer belongs to. */
export const Traveller = defineEntity({
  name: 'Traveller',
  tableName: 'travellers',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    customerId: p.uuid(),
    branchId: p.uuid(),
    ownerId: p.uuid(),
    name: p.string(),
    latinName: p.string().nullable(),
    birthDate: p.date(),
    nationality: p.string(),
    relation: p.string().$type<(typeof relations)[number]>(),
    version: p.integer(),
    createdAt: p.type(InstantType),
  },
});

export type Traveller = InferEntity<typeof Traveller>;

export const travellerFields = {
  name: line(100),
  latinName: {
    ...orNull(Type.String({ minLength: 1, maxLength: 80, pattern: "^[A-Za-z][A-Za-z' /-]*$" })),
    description: 'As in the passport',
  },
  birthDate: LocalDate,
  nationality: Type.String({ pattern: '^[A-Z]{2}$', description: 'ISO 3166-1 alpha-2' }),
  relation: Type.Enum([...relations], { description: 'What the traveller is to the customer' }),
};

const Details = Type.Object(travellerFields);

export type TravellerDetails = Static<typeof Details>;

/** The details as they are kept. @throws crm/not-valid naming every field that breaks a rule */
export function settleTraveller(given: TravellerDetails, now: Temporal.Instant): TravellerDetails {
  const details = tidyAll(given);
  const { birthDate, nationality } = details;
  const fields = [
    ...birthDateProblems('/body/birthDate', birthDate, now),
    ...(isCountry(nationality) ? [] : [nationalityProblem]),
  ];
  if (fields.length > 0) throw errors.notValid({ fields });
  return details;
}

const nationalityProblem: FieldProblem = {
  field: '/body/nationality',
  rule: 'country',
  message: { zh: '不是 ISO 3166-1 国家或地区代码', en: 'is no country code of ISO 3166-1' },
};

export const TravellerView = Type.Object(
  { id: Id, customerId: Id, ...travellerFields, version: Version, createdAt: InstantText },
  { title: 'Traveller' },
);

export const travellerView = (traveller: Traveller): Static<typeof TravellerView> => ({
  id: traveller.id,
  customerId: traveller.customerId,
  name: traveller.name,
  latinName: traveller.latinName ?? null,
  birthDate: traveller.birthDate,
  nationality: traveller.nationality,
  relation: traveller.relation,
  version: traveller.version,
  createdAt: traveller.createdAt.toString(),
});
