import { Currency, LocalDate } from '@yitu/runtime';
import { Type } from 'typebox';
import { line, orNull } from '../text.ts';
import { categories, genders, kinds, sources } from './customer.ts';

const Wishes = Type.Array(line(60), { maxItems: 20, uniqueItems: true });

/** What a customer's record says of its customer, as it is entered and changed; null empties a field. */
export const customerFields = {
  name: Type.Object(
    { zh: Type.Optional(line(100)), en: Type.Optional(line(100)) },
    { description: 'At least one form' },
  ),
  gender: Type.Unsafe<(typeof genders)[number] | null>({ enum: [...genders, null] }),
  birthDate: orNull(LocalDate),
  occupation: orNull(line(100)),
  phone: {
    ...orNull(line(30)),
    description: 'Kept as E.164; without a country code it is a Chinese number',
  },
  email: orNull(Type.String({ format: 'email', maxLength: 200 })),
  address: orNull(line(300)),
  source: Type.Enum([...sources]),
  category: Type.Enum([...categories]),
  locale: Type.Enum(['zh', 'en'], { description: 'The language to write to the customer in' }),
  preferences: Type.Object({
    destinations: Type.Optional(Wishes),
    themes: Type.Optional(Wishes),
    budget: Type.Optional(
      Type.Object({
        amount: Type.String({ pattern: '^(0|[1-9][0-9]{0,17})$', description: 'Minor units' }),
        currency: Currency,
      }),
    ),
    transport: Type.Optional(line(100)),
    lodging: Type.Optional(line(100)),
    meals: Type.Optional(line(100)),
  }),
  specialNeeds: Type.Object({
    diet: Type.Optional(line(200)),
    accessibility: Type.Optional(line(200)),
    rooming: Type.Optional(line(200)),
  }),
  tags: Type.Array(line(30), { maxItems: 30, uniqueItems: true }),
};

const { name, ...optional } = customerFields;

/** What is entered of a new customer. */
export const newCustomerFields = {
  kind: Type.Enum([...kinds]),
  name,
  ...Type.Partial(Type.Object(optional)).properties,
};
