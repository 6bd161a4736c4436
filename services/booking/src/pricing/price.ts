import { Type } from 'typebox';
import { errors } from '../errors.ts';

export const travellerCategories = ['adult', 'child-with-bed', 'child-without-bed', 'infant'] as const;
export type TravellerCategory = (typeof travellerCategories)[number];
export const TravellerCategory = Type.Enum([...travellerCategories]);

/** Infants travel on a lap: they take no seat. */
export const takesSeat = (category: LineCategory): boolean => category !== 'infant' && !isNobody(category);

/** What a traveller pays who has a room alone, beside the price of their category. */
export const singleSupplement = 'single-supplement';

/** What has a price of its own: the traveller categories and the single supplement. */
export const priceCategories = [...travellerCategories, singleSupplement] as const;
export type PriceCategory = (typeof priceCategories)[number];
export const PriceCategory = Type.Enum([...priceCategories]);

/** What a quotation adds to a departure's prices: a line of the order for each, told apart by their places. */
export const quotedExtras = 'quoted-extras';

/** What a line of an order is for. */
const lineCategories = [...priceCategories, quotedExtras] as const;
export type LineCategory = (typeof lineCategories)[number];
export const LineCategory = Type.Enum([...lineCategories]);

/** Whether a line counts no travellers: a room alone and what was quoted beside are nobody. */
export const isNobody = (category: LineCategory): boolean =>
  category === singleSupplement || category === quotedExtras;

/** Ways an order comes in: at a branch, by the customer, through an agent. */
export const channels = ['counter', 'portal', 'agent'] as const;
export type Channel = (typeof channels)[number];
export const Channel = Type.Enum([...channels]);

/** The price for all customers whose own category has none. */
export const everyCustomer = '*';

/** The price in all channels that have none of their own. */
export const everyChannel = '*';

/** A price as people write it. */
export const Price = Type.Object({
  travellerCategory: PriceCategory,
  customerCategory: Type.String({
    pattern: '^(\\*|prospect|regular|important|key)$',
    default: everyCustomer,
    description: '* is the price for everybody',
  }),
  channel: Type.Enum([everyChannel, ...channels], {
    default: everyChannel,
    description: '* is the price in all channels',
  }),
  amount: Type.String({
    format: 'minor-units',
    pattern: '^[0-9]+$',
    description: 'Minor units of the currency, none below zero',
  }),
});

/** What one of a category costs for whom and where, in minor units of its departure's currency. */
export interface PriceRow {
  readonly travellerCategory: PriceCategory;
  readonly customerCategory: string;
  readonly channel: Channel | typeof everyChannel;
  readonly amount: bigint;
}

/** Who buys what, and where. */
export interface Buying {
  readonly travellerCategory: PriceCategory;
  /** The customer's category in crm. */
  readonly customerCategory: string;
  readonly channel: Channel;
}

/** What a branch has agreed as an agent: prices of its own, and a discount on all others. */
export interface AgentTerms {
  /** Minor units of the offer's currency. */
  readonly prices: readonly { readonly travellerCategory: PriceCategory; readonly amount: bigint }[];
  /** Hundredths of a percent. */
  readonly discountBasisPoints: number;
}

/** What is sold, at which prices. */
export interface Priced {
  readonly prices: readonly PriceRow[];
  /** Count in the channel `agent` only. */
  readonly agentTerms?: AgentTerms | undefined;
}

/**
 * The price of one, in minor units. The most specific goes first: of an agent's own price list before all others, the customer's own category
 * before everybody, and within it the channel before all channels. An agent's discount is taken off what that gives, rounded to the agency's side.
 * @throws booking/no-price
 */
export function priceOf({ prices, agentTerms }: Priced, buying: Buying): bigint {
  if (!agentTerms || buying.channel !== 'agent') return listedPrice(prices, buying);
  const agreed = agentTerms.prices.find(
    ({ travellerCategory }) => travellerCategory === buying.travellerCategory,
  );
  if (agreed) return agreed.amount;
  const paid = listedPrice(prices, buying) * BigInt(10_000 - agentTerms.discountBasisPoints);
  return (paid + 9_999n) / 10_000n;
}

function listedPrice(prices: readonly PriceRow[], buying: Buying): bigint {
  const { travellerCategory, customerCategory, channel } = buying;
  for (const customers of [customerCategory, everyCustomer])
    for (const where of [channel, everyChannel]) {
      const found = prices.find(
        (one) =>
          one.travellerCategory === travellerCategory &&
          one.customerCategory === customers &&
          one.channel === where,
      );
      if (found) return found.amount;
    }
  throw errors.noPrice({ category: travellerCategory });
}
