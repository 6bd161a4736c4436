import { Currency, Id, LocalDate, LocalText } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { Code } from '../../coupons/campaign.ts';
import { Rate } from '../../exchange-rates/exchange-rate.ts';
import { channels, PriceCategory } from '../../pricing/price.ts';
import { Service } from '../../suppliers/rates.ts';
import { Discount, lineKinds, NamedDiscount } from '../content.ts';

const Minor = Type.String({ pattern: '^[0-9]{1,15}$', description: 'Minor units' });
const Count = Type.Integer({ minimum: 1, maximum: 500 });

const DepartureLine = Type.Object({
  category: PriceCategory,
  count: Count,
  unitCost: Type.Optional(Minor),
  discount: Type.Optional(Discount),
});

const FreeLine = Type.Object({
  kind: Type.Enum(lineKinds.filter((kind) => kind !== 'departure')),
  text: LocalText,
  count: Count,
  unitPrice: Minor,
  unitCost: Type.Optional(Minor),
  netRate: Type.Optional(
    Type.Object(
      { supplierId: Id, service: Service, on: LocalDate },
      { description: "The cost is a supplier's net rate of that day" },
    ),
  ),
  discount: Type.Optional(Discount),
});

/** What a quotation is to say, as people write it. Prices of a departure are never typed. */
export const draftFields = {
  departureId: Type.Optional(Id),
  channel: Type.Optional(
    Type.Enum([...channels], {
      description:
        'How it came in: agent for franchise branches, counter for others; another one with booking.order.choose-channel',
    }),
  ),
  currency: Type.Optional({
    ...Currency,
    description: 'Without a departure; with one it is the departure’s',
  }),
  counts: Type.Array(DepartureLine, {
    maxItems: 5,
    default: [],
    description: 'What is bought of the departure',
  }),
  lines: Type.Array(FreeLine, { maxItems: 100, default: [] }),
  discounts: Type.Array(NamedDiscount, {
    maxItems: 5,
    default: [],
    description: 'On the whole, in this order',
  }),
  coupons: Type.Array(Code, { maxItems: 3, default: [], description: 'After the discounts, in this order' }),
  shownIn: Type.Optional(
    Type.Object(
      {
        currency: Currency,
        rate: Type.Optional({ ...Rate, description: 'By hand; left out, the agency’s table says it' }),
        source: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
      },
      { description: 'All amounts are shown in this currency too, at a rate that stays' },
    ),
  ),
  validUntil: { ...LocalDate, description: 'The last day, at the agency' },
  note: Type.String({ maxLength: 4_000, default: '', description: 'For the customer; printed' }),
};

const Draft = Type.Object(draftFields);
export type Draft = Static<typeof Draft>;
