import { Currency, LocalDate } from '@yitu/runtime';
import { Type, type Static, type TSchema } from 'typebox';
import { errors } from '../../errors.ts';
import { lodgingClasses, transports } from '../details.ts';
import { productKinds } from '../kinds.ts';
import { longestPart } from '../words/parts.ts';

/** Several values of one filter are alternatives; different filters all hold. */
const some = <Item extends TSchema>(item: Item) =>
  Type.Optional(Type.Array(item, { minItems: 1, maxItems: 20, uniqueItems: true }));

/** The query fields by which products are looked for. */
export const filters = {
  text: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 100,
      description: `Words, each of which must be found: any part of the name or the city, words of the theme, the country, the summary and the description from their beginning; Chinese names, themes and countries also as they are read (pinyin) or by the initials of that. ${longestPart} characters of a word count.`,
    }),
  ),
  kind: some(Type.Enum([...productKinds])),
  country: some(Type.String({ pattern: '^[A-Z]{2}$' })),
  city: some(Type.String({ minLength: 1, maxLength: 100 })),
  theme: some(Type.String({ minLength: 1, maxLength: 50 })),
  transport: some(Type.Enum([...transports])),
  lodging: some(Type.Enum([...lodgingClasses])),
  minimumDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 365 })),
  maximumDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 365 })),
  departsFrom: Type.Optional({ ...LocalDate, description: 'A departure with seats on this day or later' }),
  departsUntil: Type.Optional({ ...LocalDate, description: 'A departure with seats on this day or earlier' }),
  budget: Type.Optional(
    Type.String({
      pattern: '^(0|[1-9][0-9]{0,17})$',
      description: 'What an adult may cost at most, in minor units of `currency`',
    }),
  ),
  bookable: Type.Optional(
    Type.Boolean({
      description:
        'true: only what has a departure ahead that takes orders (also where it is full: then one can wait); false: only the rest',
    }),
  ),
  currency: Type.Optional({ ...Currency, default: 'CNY', description: 'Of budget and prices' }),
};

const Filters = Type.Object(filters);

export type Filters = Static<typeof Filters>;

/** Pure. @throws booking/dates-reversed */
export function checkDates({
  departsFrom,
  departsUntil,
}: Pick<Filters, 'departsFrom' | 'departsUntil'>): void {
  if (departsFrom === undefined || departsUntil === undefined || departsFrom <= departsUntil) return;
  const message = { zh: '不能早于开始日期', en: 'must not be before the start date' };
  throw errors.datesReversed({ fields: [{ field: '/query/departsUntil', rule: 'order', message }] });
}
