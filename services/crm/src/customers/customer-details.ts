import { isDeepStrictEqual } from 'node:util';
import type { FieldProblem } from '@yitu/kernel';
import { Type, type Static } from 'typebox';
import { birthDateProblems } from '../birth-date.ts';
import { errors } from '../errors.ts';
import { tidyAll } from '../text.ts';
import type { Customer } from './customer.ts';
import { customerFields } from './customer-fields.ts';
import { phoneOf, phoneProblem } from './phone.ts';

/** What a customer's record says of its customer; the names of its fields are those of the API and of CustomerChanged. */
export type CustomerDetails = Static<typeof Details>;

const Details = Type.Object(customerFields);

/** What holds for a new customer where nothing else is entered. */
export const initialDetails: Omit<CustomerDetails, 'name'> = {
  gender: null,
  birthDate: null,
  occupation: null,
  phone: null,
  email: null,
  address: null,
  source: 'other',
  category: 'prospect',
  locale: 'zh',
  preferences: {},
  specialNeeds: {},
  tags: [],
};

/** What is known of a customer now. */
export const detailsOf = (customer: Customer): CustomerDetails => ({
  name: customer.name,
  gender: customer.gender ?? null,
  birthDate: customer.birthDate ?? null,
  occupation: customer.occupation ?? null,
  phone: customer.phone ?? null,
  email: customer.email ?? null,
  address: customer.address ?? null,
  source: customer.source,
  category: customer.category,
  locale: customer.locale,
  preferences: customer.preferences,
  specialNeeds: customer.specialNeeds,
  tags: customer.tags,
});

/**
 * The details as they are kept: texts without blanks around them, the phone number in E.164, the e-mail address as it was typed.
 * @throws crm/not-valid naming every field that breaks a rule
 */
export function settleDetails(
  kind: Customer['kind'],
  given: CustomerDetails,
  now: Temporal.Instant,
): CustomerDetails {
  const details = tidyAll(given);
  const { name, phone } = details;
  const number = phone === null ? null : phoneOf(phone);
  const fields = [
    ...(name.zh === undefined && name.en === undefined ? [nameProblem] : []),
    ...(number === undefined ? [phoneProblem('/body/phone')] : []),
    ...birthDateProblems('/body/birthDate', details.birthDate, now),
    ...(kind === 'company' ? companyProblems(details) : []),
  ];
  if (fields.length > 0) throw errors.notValid({ fields });
  return { ...details, phone: number ?? null, tags: [...new Set(details.tags)] };
}

/** Whether two values of a detail say the same; the order of an object's fields says nothing. */
export const sameDetail = (one: unknown, other: unknown): boolean => isDeepStrictEqual(one, other);

const nameProblem: FieldProblem = {
  field: '/body/name',
  rule: 'required',
  message: { zh: '中文名和外文名至少填一个', en: 'needs a Chinese or an English form' },
};

const companyProblems = (details: CustomerDetails): FieldProblem[] =>
  (['gender', 'birthDate', 'occupation'] as const)
    .filter((field) => details[field] !== null)
    .map((field) => ({
      field: `/body/${field}`,
      rule: 'persons-only',
      message: { zh: '仅适用于个人客户', en: 'is for persons only' },
    }));
