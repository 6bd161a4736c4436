import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType } from '@yitu/persistence';
import { Id, InstantText, LocalText, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';

const productKinds = [
  'package-tour',
  'independent-travel',
  'day-trip',
  'hotel',
  'transport',
  'ticket',
  'vehicle',
  'visa',
  'insurance',
  'extra',
] as const;

/** What an agency sells, in two languages; when it takes place is said by its departures. */
export const Product = defineEntity({
  name: 'Product',
  tableName: 'products',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    kind: p.string(),
    name: p.json<{ zh: string; en: string }>(),
    summary: p.json<{ zh: string; en: string }>(),
    destinationCountry: p.string(),
    destinationCity: p.string(),
    days: p.integer(),
    themes: p.array(),
    version: p.integer(),
    createdAt: p.type(InstantType),
  },
});

export type Product = InferEntity<typeof Product>;

export const productFields = {
  kind: Type.Enum([...productKinds]),
  name: LocalText,
  summary: LocalText,
  destinationCountry: Type.String({ pattern: '^[A-Z]{2}$', description: 'ISO 3166-1 alpha-2' }),
  destinationCity: Type.String({ minLength: 1, maxLength: 100 }),
  days: Type.Integer({ minimum: 1, maximum: 365 }),
  themes: Type.Array(Type.String({ minLength: 1, maxLength: 50 }), { maxItems: 20 }),
};

export const ProductView = Type.Object(
  { id: Id, ...productFields, kind: Type.String(), version: Version, createdAt: InstantText },
  { title: 'Product' },
);

export const productView = (product: Product): Static<typeof ProductView> => ({
  id: product.id,
  kind: product.kind,
  name: product.name,
  summary: product.summary,
  destinationCountry: product.destinationCountry,
  destinationCity: product.destinationCity,
  days: product.days,
  themes: product.themes,
  version: product.version,
  createdAt: product.createdAt.toString(),
});
