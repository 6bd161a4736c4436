import type { FieldProblem, Texts } from '@yitu/kernel';
import { errors } from '../errors.ts';
import type { Detail, Details } from './details.ts';

interface Kind {
  readonly name: Texts;
  readonly required: readonly Detail[];
  readonly optional: readonly Detail[];
}

const route = ['from', 'to', 'carrier', 'serviceNumber'] as const;

/** The kinds of products, and what each says beyond what all of them do. */
export const kinds = {
  'package-tour': {
    name: { zh: '跟团游', en: 'Package tour' },
    required: [],
    optional: ['lodgingClass', 'transport', 'nights', 'meetingPoint'],
  },
  'independent-travel': {
    name: { zh: '自由行', en: 'Independent travel' },
    required: ['lodgingClass', 'nights'],
    optional: ['transport'],
  },
  'day-trip': {
    name: { zh: '一日游', en: 'Day trip' },
    required: [],
    optional: ['transport', 'meetingPoint'],
  },
  hotel: {
    name: { zh: '酒店', en: 'Hotel' },
    required: ['lodgingClass', 'roomTypes'],
    optional: ['checkInFrom', 'checkOutUntil'],
  },
  flight: { name: { zh: '机票', en: 'Flight' }, required: route, optional: ['travelClass'] },
  train: {
    name: { zh: '火车票', en: 'Train' },
    required: ['from', 'to'],
    optional: ['carrier', 'serviceNumber', 'travelClass'],
  },
  ticket: { name: { zh: '景点门票', en: 'Attraction ticket' }, required: ['venue'], optional: ['validDays'] },
  vehicle: {
    name: { zh: '用车', en: 'Vehicle' },
    required: ['vehicleClass', 'vehicleSeats', 'withDriver'],
    optional: ['meetingPoint'],
  },
  visa: {
    name: { zh: '签证', en: 'Visa' },
    required: ['visaType', 'entries', 'stayDays', 'processingDays'],
    optional: ['validDays'],
  },
  insurance: {
    name: { zh: '保险', en: 'Insurance' },
    required: ['insurer', 'coverage'],
    optional: ['validDays'],
  },
  extra: { name: { zh: '附加服务', en: 'Extra' }, required: ['soldPer'], optional: [] },
} as const satisfies Record<string, Kind>;

export type ProductKind = keyof typeof kinds;

/** In the order in which they are offered. */
export const productKinds = Object.keys(kinds) as ProductKind[]; // the keys of the very object

/** Pure: a product says what its kind asks for and nothing that belongs to others. @throws booking/details-do-not-fit naming each field */
export function checkDetails(kind: ProductKind, details: Details): void {
  const { name, required, optional }: Kind = kinds[kind];
  const given = Object.keys(details) as Detail[]; // the door lets no other names in
  const missing = required.filter((detail) => !given.includes(detail));
  const foreign = given.filter((detail) => !required.includes(detail) && !optional.includes(detail));
  if (missing.length + foreign.length === 0) return;
  const fields: FieldProblem[] = [
    ...missing.map((detail) => ({
      field: `/body/details/${detail}`,
      rule: 'required-of-kind',
      message: { zh: `${name.zh}产品必填`, en: `is required of the kind ${kind}` },
    })),
    ...foreign.map((detail) => ({
      field: `/body/details/${detail}`,
      rule: 'not-of-kind',
      message: { zh: `${name.zh}产品没有此项`, en: `does not belong to the kind ${kind}` },
    })),
  ];
  throw errors.detailsDoNotFit({ fields });
}

/** Whether it is a kind that can be added today: older products may be of one that is no more. */
export const isProductKind = (kind: string): kind is ProductKind => Object.hasOwn(kinds, kind);
