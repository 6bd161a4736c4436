import type { QueryKey } from '@tanstack/react-query';
import { useTimeLeft } from '../../patterns/countdown.tsx';
import { texts } from './texts.ts';

const order: QueryKey = ['booking', 'order'];

/**
 * How long seats are held, in words to the customer.
 * @param of what holds them: it is read anew when the time is over
 */
export function HoldClock({ until, of = order }: { readonly until: string; readonly of?: QueryKey }) {
  const t = texts.use();
  const { over, clock, when } = useTimeLeft(until, of);
  if (over) return <span className="hold">{t('holdOver')}</span>;
  if (clock === undefined) return <span className="hold">{t('holdUntil', { when })}</span>;
  return (
    <span className="hold" role="timer">
      {t('holdLeft')} <strong className="money">{clock}</strong>
    </span>
  );
}
