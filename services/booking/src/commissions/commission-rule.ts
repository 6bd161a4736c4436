import { Id, MoneyText } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { checkOnce } from '../once.ts';
import { channels } from '../pricing/price.ts';
import { productKinds } from '../products/kinds.ts';
import { commissionErrors } from './errors.ts';

/** What a branch earns for selling what another operates; what a rule does not name it holds for all of. */
export const CommissionRule = Type.Object(
  {
    sellingBranchId: Type.Optional(Id),
    productKind: Type.Optional(Type.Enum(productKinds)),
    channel: Type.Optional(Type.Enum([...channels])),
    basisPoints: Type.Optional(
      Type.Integer({ minimum: 0, maximum: 10_000, description: 'Hundredths of a percent of the total' }),
    ),
    perSeat: Type.Optional(MoneyText),
  },
  { title: 'CommissionRule' },
);

export type CommissionRule = Static<typeof CommissionRule>;

/** What of a sale a commission goes by, minor units. */
export interface Sale {
  readonly sellingBranchId: string;
  readonly productKind: string;
  readonly channel: string;
  readonly seats: number;
  readonly total: bigint;
  readonly currency: string;
}

/** @throws booking/commission-rule-unclear, commission-rule-twice */
export function checkRules(rules: readonly CommissionRule[]): void {
  const message = { zh: '比例和每席金额只填一项', en: 'must say one of basisPoints and perSeat' };
  const unclear = rules.flatMap(({ basisPoints, perSeat }, index) =>
    (basisPoints === undefined) === (perSeat === undefined)
      ? [{ field: `/body/rules/${index}`, rule: 'one-of', message }]
      : [],
  );
  if (unclear.length > 0) throw commissionErrors.commissionRuleUnclear({ fields: unclear });
  checkOnce(
    rules,
    ({ sellingBranchId, productKind, channel, perSeat }) =>
      [sellingBranchId, productKind, channel, perSeat?.currency].join(' '),
    '/body/rules',
    commissionErrors.commissionRuleTwice,
  );
}

/**
 * The rule for a sale: the most specific that holds. The selling branch says more than the kind of product, that more than the channel, and an amount
 * for a seat more than a share; an amount in another currency holds for nothing.
 */
export function ruleFor(rules: readonly CommissionRule[], sale: Sale): CommissionRule | undefined {
  const holding = rules.filter((rule) => holds(rule, sale));
  return holding.toSorted((left, right) => weight(right) - weight(left))[0];
}

const holds = (rule: CommissionRule, sale: Sale): boolean =>
  (rule.sellingBranchId ?? sale.sellingBranchId) === sale.sellingBranchId &&
  (rule.productKind ?? sale.productKind) === sale.productKind &&
  (rule.channel ?? sale.channel) === sale.channel &&
  (rule.perSeat?.currency ?? sale.currency) === sale.currency;

const weight = ({ sellingBranchId, productKind, channel, perSeat }: CommissionRule): number =>
  [perSeat, channel, productKind, sellingBranchId].reduce<number>(
    (sum, named, place) => sum + (named === undefined ? 0 : 2 ** place),
    0,
  );

/** Minor units: a share is rounded down, and nobody earns more than the sale brought. */
export function commissionOf({ basisPoints = 0, perSeat }: CommissionRule, { total, seats }: Sale): bigint {
  const amount = perSeat ? BigInt(perSeat.amount) * BigInt(seats) : (total * BigInt(basisPoints)) / 10_000n;
  return amount < total ? amount : total;
}

/**
 * What is left of a commission when only a part of a sale is kept: the same part of it, rounded down.
 * @param kept minor units of the sale that the customer still pays: what remains of it and penalties
 */
export function commissionLeft(earned: bigint, base: bigint, kept: bigint): bigint {
  if (kept >= base) return earned;
  return kept <= 0n ? 0n : (earned * kept) / base;
}
