import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Texts } from '@yitu/kernel';
import { InstantType } from '@yitu/persistence';
import { Country, Id, InstantText, LocalText, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';

/** A travel guide to a destination, or news about it, in two languages. */
export const Article = defineEntity({
  name: 'Article',
  tableName: 'articles',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    kind: p.string().$type<'guide' | 'news'>(),
    state: p.string().$type<'draft' | 'published' | 'withdrawn'>(),
    title: p.json<Texts>(),
    body: p.json<Texts>(),
    country: p.string(),
    /** Empty where it is about the whole country. */
    city: p.string(),
    authorId: p.uuid(),
    version: p.integer(),
    createdAt: p.type(InstantType),
  },
});

export type Article = InferEntity<typeof Article>;

const Text = Type.String({ minLength: 1, maxLength: 50_000 });

export const articleFields = {
  title: LocalText,
  body: Type.Object({ zh: Text, en: Text }),
  country: Country,
  city: Type.String({
    maxLength: 100,
    default: '',
    description: 'Left out where it is about the whole country',
  }),
};

export const ArticleKind = Type.Enum(['guide', 'news']);

export const ArticleView = Type.Object(
  {
    id: Id,
    kind: Type.String(),
    state: Type.String({ description: 'draft, published or withdrawn' }),
    ...articleFields,
    version: Version,
    createdAt: InstantText,
  },
  { title: 'Article' },
);

export const articleView = (article: Article): Static<typeof ArticleView> => ({
  id: article.id,
  kind: article.kind,
  state: article.state,
  title: article.title,
  body: article.body,
  country: article.country,
  city: article.city,
  version: article.version,
  createdAt: article.createdAt.toString(),
});
