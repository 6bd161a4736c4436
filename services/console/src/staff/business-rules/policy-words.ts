import type { CancellationPolicyInForce } from '../../api/gen/booking.ts';
import { texts } from './texts.ts';

export type Scale = CancellationPolicyInForce['domestic'];
export type Tier = Scale['byCustomer'][number];

export const scopes = ['domestic', 'outbound'] as const;
export const sides = ['byCustomer', 'byAgency'] as const;

/** Tiers from the earliest day on, each with the days it is for. */
export function tiersInWords(tiers: readonly Tier[]): { readonly days: string; readonly share: number }[] {
  const falling = tiers.toSorted((left, right) => right.fromDays - left.fromDays);
  return falling.map(({ fromDays, share }, place) => ({
    days: daysText(fromDays, falling[place - 1]?.fromDays),
    share,
  }));
}

function daysText(from: number, before: number | undefined): string {
  if (before === undefined) return from === 0 ? texts.say('anyDay') : texts.say('daysOrMore', { days: from });
  if (before - 1 === from) return from === 0 ? texts.say('dayItself') : texts.say('dayExact', { days: from });
  return texts.say('daysBetween', { from, until: before - 1 });
}
