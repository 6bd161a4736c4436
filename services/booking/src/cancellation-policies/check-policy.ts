import type { Scale, Tier } from '../cancellations/policy.ts';
import { policyErrors } from './errors.ts';

interface Scales {
  readonly domestic: Scale;
  readonly outbound: Scale;
}

/**
 * A scale says something for every day: its tiers begin at different days, one at day 0, each reaching to the next. Whoever cancels later never owes
 * less.
 * @throws booking/scale-incomplete, booking/scale-falls
 */
export function checkScales({ domestic, outbound }: Scales): void {
  for (const [scope, scale] of Object.entries({ domestic, outbound }))
    for (const side of ['byCustomer', 'byAgency'] as const) checkTiers(scale[side], `/body/${scope}/${side}`);
}

function checkTiers(tiers: readonly Tier[], field: string): void {
  const days = tiers.map(({ fromDays }) => fromDays);
  if (!days.includes(0)) throw incomplete(field, 'tier-from-day-0', fromDay0);
  if (new Set(days).size < days.length) throw incomplete(field, 'days-once', once);
  const nearing = tiers.toSorted((left, right) => right.fromDays - left.fromDays);
  const falls = nearing.findIndex(({ share }, index) => share < (nearing[index - 1]?.share ?? 0));
  if (falls >= 0)
    throw policyErrors.scaleFalls({ fields: [{ field, rule: 'share-not-falling', message: notFalling }] });
}

const incomplete = (field: string, rule: string, message: { zh: string; en: string }) =>
  policyErrors.scaleIncomplete({ fields: [{ field, rule, message }] });

const fromDay0 = { zh: '须有从出发当日（0 天）起的一档', en: 'must have a tier from day 0' };
const once = { zh: '各档的起始天数不能重复', en: 'must not begin two tiers on the same day' };
const notFalling = {
  zh: '起始天数越少，比例不得越低',
  en: 'must not have a lower share with fewer days left',
};
