import { Type } from 'typebox';

/** Schemas that inputs and answers of several services share. */
export const Id = Type.String({ format: 'uuid' });
export const LocalDate = Type.String({
  format: 'local-date',
  description: 'A local calendar date, YYYY-MM-DD.',
});
export const InstantText = Type.String({ format: 'date-time', description: 'An instant, RFC 3339.' });
export const Currency = Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217 code.' });
export const Country = Type.String({ format: 'country', description: 'ISO 3166-1 alpha-2 code.' });
export const MoneyText = Type.Object(
  {
    amount: Type.String({
      format: 'minor-units',
      description: 'Minor units (fen, cent) as a decimal string.',
    }),
    currency: Currency,
  },
  { title: 'Money' },
);
export const LocalText = Type.Object(
  {
    zh: Type.String({ minLength: 1, maxLength: 500 }),
    en: Type.String({ minLength: 1, maxLength: 500 }),
  },
  { title: 'LocalText' },
);
export const Version = Type.Integer({ minimum: 1, description: 'Grows by one with each change; the ETag.' });
