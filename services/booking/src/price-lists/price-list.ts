import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType } from '@yitu/persistence';
import { Currency, Id, InstantText, LocalDate, LocalText, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { errors } from '../errors.ts';
import { checkPrices } from '../pricing/check-prices.ts';
import { Price } from '../pricing/price.ts';

/** Departures from its first day to its last cost these prices. */
export const Season = Type.Object({
  name: LocalText,
  from: LocalDate,
  to: LocalDate,
  prices: Type.Array(Price, { minItems: 1, maxItems: 100 }),
});

export type Season = Static<typeof Season>;

/** What a product costs by season, for departures that are scheduled without prices of their own. */
export const PriceList = defineEntity({
  name: 'PriceList',
  tableName: 'price_lists',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    productId: p.uuid(),
    currency: p.string(),
    seasons: p.json<readonly Season[]>(),
    version: p.integer(),
    createdAt: p.type(InstantType),
  },
});

export type PriceList = InferEntity<typeof PriceList>;

export const priceListFields = {
  currency: Currency,
  seasons: Type.Array(Season, { minItems: 1, maxItems: 50, description: 'No day belongs to two of them' }),
};

export const PriceListView = Type.Object(
  { id: Id, productId: Id, ...priceListFields, version: Version, createdAt: InstantText },
  { title: 'PriceList' },
);

export const priceListView = (list: PriceList): Static<typeof PriceListView> => ({
  id: list.id,
  productId: list.productId,
  currency: list.currency,
  seasons: list.seasons.map((season) => ({ ...season })),
  version: list.version,
  createdAt: list.createdAt.toString(),
});

/**
 * Seasons each have a first and a last day, share none, and can be sold from.
 * @throws booking/season-reversed, seasons-overlap, adult-price-missing, price-twice
 */
export function checkSeasons(seasons: readonly Season[]): void {
  for (const [index, { from, to, prices }] of seasons.entries()) {
    const field = `/body/seasons/${index}`;
    if (to < from) throw errors.seasonReversed({ fields: [{ field: `${field}/to`, ...notBeforeFrom }] });
    checkPrices(prices, `${field}/prices`);
    const earlier = seasons.slice(0, index).some((other) => other.from <= to && from <= other.to);
    if (earlier) throw errors.seasonsOverlap({ fields: [{ field, ...sharesDays }] });
  }
}

const notBeforeFrom = {
  rule: 'order',
  message: { zh: '不能早于开始日期', en: 'must not be before the first day' },
};
const sharesDays = {
  rule: 'overlap',
  message: { zh: '与前面的季节日期重叠', en: 'shares days with a season before it' },
};

/** The season a departure on this day falls in. @throws booking/no-season */
export function seasonOf(seasons: readonly Season[], departsOn: string): Season {
  const season = seasons.find(({ from, to }) => from <= departsOn && departsOn <= to);
  if (!season) throw errors.noSeason({ date: departsOn });
  return season;
}
