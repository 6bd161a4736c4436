import { Type, type Static } from 'typebox';

/** The three texts of a template, in handlebars. Inbox messages have no HTML. */
export const Content = Type.Object(
  {
    subject: Type.String({ minLength: 1, maxLength: 300 }),
    text: Type.String({ minLength: 1, maxLength: 20_000 }),
    html: Type.String({ maxLength: 100_000, default: '' }),
  },
  { title: 'TemplateContent' },
);

export type Content = Static<typeof Content>;

export const contentParts = ['subject', 'text', 'html'] as const;
export type ContentPart = (typeof contentParts)[number];
