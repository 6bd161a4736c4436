import { Currency, Id, LocalDate, LocalText } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { Rate } from '../exchange-rates/exchange-rate.ts';
import { Channel, PriceCategory } from '../pricing/price.ts';

export const lineKinds = ['departure', 'hotel', 'ticket', 'transfer', 'guide', 'insurance', 'other'] as const;

/** What is taken off, as people write it. */
export const Discount = Type.Object({
  kind: Type.Enum(['fixed', 'percent']),
  value: Type.String({
    pattern: '^[0-9]{1,15}$',
    description: 'Minor units; of percent, hundredths of a percent (1000 is 10 %)',
  }),
});

/** Minor units, as text: JSON numbers lose digits. */
const Amount = Type.String({ format: 'minor-units' });
const orNull = <Schema extends typeof Amount>(schema: Schema) => Type.Union([schema, Type.Null()]);

export const ContentLine = Type.Object({
  kind: Type.Enum([...lineKinds]),
  category: Type.Union([PriceCategory, Type.Null()]),
  text: LocalText,
  count: Type.Integer(),
  unitPrice: Amount,
  amount: { ...Amount, description: 'Count times unit price' },
  discount: Type.Union([Discount, Type.Null()]),
  net: { ...Amount, description: 'After all that is taken off; the lines add up to the total' },
  unitCost: orNull(Amount),
  supplier: Type.Union([
    Type.Object({ supplierId: Id, rateId: Id, service: Type.String(), on: LocalDate }),
    Type.Null(),
  ]),
});

export const NamedDiscount = Type.Object({ ...Discount.properties, name: LocalText });

const ContentStep = Type.Object(
  {
    kind: Type.Enum(['line-discount', 'discount', 'coupon']),
    index: Type.Integer({ description: 'Place of the line, the discount or the coupon in its list' }),
    before: Amount,
    reduction: Amount,
    after: Amount,
  },
  { description: 'In the order in which they are applied; each starts from what the one before has left' },
);

const Shown = Type.Object({
  currency: Currency,
  rate: Rate,
  rateOn: LocalDate,
  source: Type.String(),
  total: Amount,
  lines: Type.Array(Amount, { description: 'Of each line; they add up to the total' }),
});

/** All that a revision says, as it is kept. Amounts are minor units of `currency`. */
export const Content = Type.Object({
  customerCategory: Type.String(),
  channel: Channel,
  currency: Currency,
  departure: Type.Union([
    Type.Object({
      productId: Id,
      productName: LocalText,
      groupNumber: Type.String(),
      departsOn: LocalDate,
      returnsOn: LocalDate,
    }),
    Type.Null(),
  ]),
  lines: Type.Array(ContentLine),
  discounts: Type.Array(NamedDiscount),
  coupons: Type.Array(Type.Object({ code: Type.String(), campaignId: Id, name: LocalText })),
  steps: Type.Array(ContentStep),
  subtotal: Amount,
  total: Amount,
  cost: Amount,
  costedNet: Amount,
  costComplete: Type.Boolean(),
  belowCost: Type.Boolean(),
  // Revisions from before there was a limit say nothing of it.
  takenWithoutCost: Type.Optional(
    Type.Integer({
      description: 'Hundredths of a percent taken off the lines whose cost no net rate proves',
    }),
  ),
  discountLimit: Type.Optional(
    Type.Integer({ description: 'How much of that the rules allowed without an approval' }),
  ),
  overDiscountLimit: Type.Optional(Type.Boolean()),
  shown: Type.Union([Shown, Type.Null()]),
  validUntil: LocalDate,
  note: Type.String(),
});

export type Content = Static<typeof Content>;
