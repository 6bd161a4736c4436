import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { booking } from '@yitu/contracts';
import { InstantType } from '@yitu/persistence';
import { Currency, Id, LocalDate, LocalText, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import {
  Price,
  type Channel,
  type everyChannel,
  type PriceCategory,
  type PriceRow,
} from '../pricing/price.ts';
import type { Product } from '../products/product.ts';

export const departureStates = ['open', 'guaranteed', 'closed', 'cancelled'] as const;
export type DepartureState = (typeof departureStates)[number];

/** Whether the minimum group is reached: nothing decided yet, people were told that it is not, or it takes place. */
export const groupStandings = ['undecided', 'at-risk', 'guaranteed'] as const;
export type GroupStanding = (typeof groupStandings)[number];

/** One date of a product (团期) with its seats. `remaining` is changed by single statements only, never through this entity. */
export const Departure = defineEntity({
  name: 'Departure',
  tableName: 'departures',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    productId: p.uuid(),
    /** Who makes the trip happen; headquarters where it is left out. */
    operatingBranchId: p.uuid().nullable(),
    groupNumber: p.string(),
    departsOn: p.date(),
    returnsOn: p.date(),
    timeZone: p.string(),
    cutOffDays: p.integer(),
    capacity: p.integer(),
    remaining: p.integer(),
    minimumGroup: p.integer(),
    currency: p.string(),
    /** For the staff. */
    note: p.text(),
    state: p.string().$type<DepartureState>(),
    groupStanding: p.string().$type<GroupStanding>(),
    /** Why it was closed or cancelled. */
    stateReason: p.text().nullable(),
    cancelledAt: p.type(InstantType).nullable(),
    cancelCause: p.string().$type<'minimum-group' | 'agency' | 'force-majeure'>().nullable(),
    /** The last day on which customers choose what becomes of their orders; of a called-off one. */
    chooseBy: p.date().nullable(),
    /** When it was heard here that its trip had begun: it is not on sale any more, for good. */
    tripBeganAt: p.type(InstantType).nullable(),
    version: p.integer(),
    createdAt: p.type(InstantType),
  },
});

export type Departure = InferEntity<typeof Departure>;

/** The price of one traveller category, or of a room alone, for one customer category in one channel, in minor units. */
export const DeparturePrice = defineEntity({
  name: 'DeparturePrice',
  tableName: 'departure_prices',
  properties: {
    agencyId: p.uuid().primary(),
    departureId: p.uuid().primary(),
    travellerCategory: p.string().$type<PriceCategory>().primary(),
    customerCategory: p.string().primary(),
    channel: p.string().$type<Channel | typeof everyChannel>().primary(),
    amount: p.bigint(),
  },
});

export type DeparturePrice = InferEntity<typeof DeparturePrice>;

export const DepartureView = Type.Object(
  {
    id: Id,
    productId: Id,
    productName: LocalText,
    operatingBranchId: Type.Union([Id, Type.Null()], {
      description: 'The branch that makes it happen; headquarters where there is none',
    }),
    groupNumber: Type.String(),
    departsOn: LocalDate,
    returnsOn: LocalDate,
    timeZone: Type.String(),
    cutOffDays: Type.Integer(),
    capacity: Type.Integer(),
    remaining: Type.Integer(),
    minimumGroup: Type.Integer(),
    currency: Currency,
    state: Type.String({ description: departureStates.join(', ') }),
    groupStanding: Type.String({ description: groupStandings.join(', ') }),
    note: Type.String({ description: 'For the staff; customers find none' }),
    stateReason: Type.Union([Type.String(), Type.Null()]),
    tripBegan: Type.Boolean({ description: 'Its trip has begun: it is closed for good' }),
    prices: Type.Array(Price),
    version: Version,
  },
  { title: 'Departure' },
);

/** A price as people write it. */
export const priceView = (price: PriceRow): Static<typeof Price> => {
  const { travellerCategory, customerCategory, channel, amount } = price;
  return { travellerCategory, customerCategory, channel, amount: amount.toString() };
};

export const departureView = (
  departure: Departure,
  product: Pick<Product, 'name'>,
  prices: readonly PriceRow[],
): Static<typeof DepartureView> => ({
  id: departure.id,
  productId: departure.productId,
  productName: product.name,
  operatingBranchId: departure.operatingBranchId ?? null,
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
  groupStanding: departure.groupStanding,
  note: departure.note,
  stateReason: departure.stateReason ?? null,
  tripBegan: Boolean(departure.tripBeganAt),
  prices: prices.map(priceView),
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
