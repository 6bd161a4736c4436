import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Texts } from '@yitu/kernel';
import { InstantType } from '@yitu/persistence';
import { Country, Id, InstantText, LocalText, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { CoverOrNone } from '../pictures/cover.ts';
import { Details } from './details.ts';
import { productKinds } from './kinds.ts';

export type ProductState = 'draft' | 'published' | 'withdrawn';

/** What an agency sells, in two languages; when it takes place is said by its departures. */
export const Product = defineEntity({
  name: 'Product',
  tableName: 'products',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    /** What the agency calls it; imports tell products apart by it. */
    code: p.string().nullable(),
    kind: p.string(),
    state: p.string().$type<ProductState>(),
    name: p.json<Texts>(),
    summary: p.json<Texts>(),
    description: p.json<Texts>(),
    inclusions: p.json<Texts[]>(),
    exclusions: p.json<Texts[]>(),
    notes: p.json<Texts[]>(),
    details: p.json<Details>(),
    destinationCountry: p.string(),
    destinationCity: p.string(),
    days: p.integer(),
    themes: p.array(),
    version: p.integer(),
    createdAt: p.type(InstantType),
  },
});

export type Product = InferEntity<typeof Product>;

const LongText = Type.Object(
  { zh: Type.String({ maxLength: 20_000 }), en: Type.String({ maxLength: 20_000 }) },
  { title: 'LongText', default: { zh: '', en: '' } },
);
const points = () => Type.Array(LocalText, { maxItems: 50, default: [] });

/** What all products say in lists. */
const shown = {
  name: LocalText,
  summary: LocalText,
  destinationCountry: Country,
  destinationCity: Type.String({ minLength: 1, maxLength: 100 }),
  days: Type.Integer({ minimum: 1, maximum: 365 }),
  themes: Type.Array(Type.String({ minLength: 1, maxLength: 50 }), { maxItems: 20 }),
};

export const ProductCode = Type.String({
  pattern: '^[A-Za-z0-9._/-]{1,40}$',
  description: "The agency's own",
});

export const productFields = {
  kind: Type.Enum(productKinds),
  ...shown,
  description: LongText,
  inclusions: points(),
  exclusions: points(),
  notes: points(),
  details: Type.Object(Details.properties, { default: {} }),
};

const identity = {
  id: Id,
  kind: Type.String(),
  state: Type.String({ description: 'draft, published or withdrawn' }),
  version: Version,
  createdAt: InstantText,
};

export const ProductView = Type.Object(
  { ...productFields, code: Type.Union([ProductCode, Type.Null()]), ...identity },
  { title: 'Product' },
);

export const productView = (product: Product): Static<typeof ProductView> => ({
  id: product.id,
  code: product.code ?? null,
  kind: product.kind,
  state: product.state,
  name: product.name,
  summary: product.summary,
  description: product.description,
  inclusions: product.inclusions,
  exclusions: product.exclusions,
  notes: product.notes,
  details: product.details,
  destinationCountry: product.destinationCountry,
  destinationCity: product.destinationCity,
  days: product.days,
  themes: product.themes,
  version: product.version,
  createdAt: product.createdAt.toString(),
});

/** A product in a list: without its long texts, with the lowest price that can still be bought. */
export const ProductListing = Type.Object(
  {
    ...shown,
    ...identity,
    details: Type.Object(Details.properties),
    cover: CoverOrNone,
    from: Type.Union([
      Type.Object({
        amount: Type.String({ format: 'minor-units', description: 'Minor units; one adult' }),
        currency: Type.String(),
        departsOn: Type.String({ format: 'local-date' }),
      }),
      Type.Null(),
    ]),
  },
  { title: 'ProductListing' },
);
