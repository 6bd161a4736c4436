import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { booking } from '@yitu/contracts';
import { InstantType } from '@yitu/persistence';
import { Currency, Id, LocalDate, LocalText, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import type { Product } from '../products/product.ts';

export const travellerCategories = ['adult', 'child-with-bed', 'child-without-bed', 'infant'] as const;
export type TravellerCategory = (typeof travellerCategories)[number];
export const TravellerCategory = Type.Enum([...travellerCategories]);

/** Infants travel on a lap: they take no seat. */
export const takesSeat = (category: TravellerCategory): boolean => category !== 'infant';

/** The price for all customers whose own category has none. */
export const everyCustomer = '*';

/** One date of a product (团期) with its seats. `remaining` is changed by single statements only, never through this entity. */
export const Departure = defineEntity({
  name: 'Departure',
  tableName: 'departures',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    productId: p.uuid(),
    groupNumber: p.string(),
    departsOn: p.date(),
    returnsOn: p.date(),
    timeZone: p.string(),
    cutOffDays: p.integer(),
    capacity: p.integer(),
    remaining: p.integer(),
    minimumGroup: p.integer(),
    currency: p.string(),
    state: p.string().$type<'open' | 'guaranteed' | 'closed' | 'cancelled'>(),
    version: p.integer(),
    createdAt: p.type(InstantType),
  },
});

export type Departure = InferEntity<typeof Departure>;

/** The price of one traveller category for one customer category, in minor units. */
export const DeparturePrice = defineEntity({
  name: 'DeparturePrice',
  tableName: 'departure_prices',
  properties: {
    agencyId: p.uuid().primary(),
    departureId: p.uuid().primary(),
    travellerCategory: p.string().$type<TravellerCategory>().primary(),
    customerCategory: p.string().primary(),
    amount: p.bigint(),
  },
});

export type DeparturePrice = InferEntity<typeof DeparturePrice>;

export const Price = Type.Object({
  travellerCategory: TravellerCategory,
  customerCategory: Type.String({
    pattern: '^(\\*|prospect|regular|important|key)$',
    default: everyCustomer,
    description: '* is the price for everybody',
  }),
  amount: Type.String({
    format: 'minor-units',
    pattern: '^[0-9]+$',
    description: 'Minor units of the currency, none below zero',
  }),
});

export const DepartureView = Type.Object(
  {
    id: Id,
    productId: Id,
    productName: LocalText,
    groupNumber: Type.String(),
    departsOn: LocalDate,
    returnsOn: LocalDate,
    timeZone: Type.String(),
    cutOffDays: Type.Integer(),
    capacity: Type.Integer(),
    remaining: Type.Integer(),
    minimumGroup: Type.Integer(),
    currency: Currency,
    state: Type.String(),
    prices: Type.Array(Price),
    version: Version,
  },
  { title: 'Departure' },
);

export const departureView = (
  departure: Departure,
  product: Product,
  prices: readonly DeparturePrice[],
): Static<typeof DepartureView> => ({
  id: departure.id,
  productId: departure.productId,
  productName: product.name,
  groupNumber: departure.groupNumber,
  departsOn: departure.departsOn,
  returnsOn: departure.returnsOn,
  timeZone: departure.timeZone,
  cutOffDays: departure.cutOffDays,
  capacity: departure.capacity,
  remaining: departure.remaining,
  minimumGroup: departure.minimumGroup,
  currency: departure.currency,
  state: departure.state,
  prices: prices.map(({ travellerCategory, customerCategory, amount }) => ({
    travellerCategory,
    customerCategory,
    amount: amount.toString(),
  })),
  version: departure.version,
});

/** What the other services get to know of a departure. */
export const departureMessage = (departure: Departure, product: Product): booking.Departure => ({
  departureId: departure.id,
  productId: departure.productId,
  groupNumber: departure.groupNumber,
  productName: product.name,
  departsOn: departure.departsOn,
  returnsOn: departure.returnsOn,
  timeZone: departure.timeZone,
  state: departure.state,
  capacity: departure.capacity,
  remaining: departure.remaining,
  destinationCountry: product.destinationCountry,
});
