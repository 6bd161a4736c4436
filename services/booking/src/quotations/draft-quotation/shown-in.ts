import type { UnitOfWork } from '@yitu/persistence';
import { convert } from '../../exchange-rates/convert.ts';
import { checkRate, rateOn } from '../../exchange-rates/exchange-rate.ts';
import { spread, type Computed } from '../compute.ts';
import type { Content } from '../content.ts';
import type { Draft } from './draft.ts';

/**
 * The same amounts in another currency, at a rate that stays with the revision: the total is converted once, the lines share it by what they are, so
 * that they add up there too.
 * @throws booking/exchange-rate-figures, no-exchange-rate
 */
export async function shownIn(
  uow: UnitOfWork,
  wish: Draft['shownIn'],
  {
    currency: from,
    computed,
    date,
  }: { readonly currency: string; readonly computed: Computed; readonly date: string },
): Promise<Content['shown']> {
  if (!wish) return null;
  const { currency: to, rate: byHand, source: named } = wish;
  checkRate({ from, to }, byHand, { to: '/body/shownIn/currency', rate: '/body/shownIn/rate' });
  const found =
    byHand !== undefined && named !== undefined
      ? { rate: byHand, source: named, validFrom: date }
      : await rateOn(uow, { from, to }, date);
  const total = convert(computed.total, found.rate, { from, to });
  const nets = computed.lines.map(({ net }) => net);
  return {
    ...{ currency: to, rate: found.rate, rateOn: found.validFrom, source: found.source },
    total: total.toString(),
    lines: spread(total, nets).map(String),
  };
}
