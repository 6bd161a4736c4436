import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { clockText, instantText } from '../../format/dates.ts';
import { useMe } from '../../session/me.ts';
import { texts } from './texts.ts';

const aDay = 86_400;
const order: QueryKey = ['booking', 'order'];

/**
 * How long seats are held: a running clock on the last day, the moment before that.
 * @param of what holds them: it is read anew when the time is over
 */
export function HoldClock({ until, of = order }: { readonly until: string; readonly of?: QueryKey }) {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  const queries = useQueryClient();
  const [now, setNow] = useState(Date.now());
  const seconds = (Date.parse(until) - now) / 1_000;
  const over = seconds <= 0;
  useEffect(() => {
    if (over) {
      void queries.invalidateQueries({ queryKey: of });
      return;
    }
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [over, queries, of]);
  if (over) return <span className="hold">{t('holdOver')}</span>;
  if (seconds > aDay)
    return <span className="hold">{t('holdUntil', { when: instantText(until, timeZone) })}</span>;
  return (
    <span className="hold" role="timer">
      {t('holdLeft')} <strong className="money">{leftText(seconds)}</strong>
    </span>
  );
}

function leftText(seconds: number): string {
  const hours = Math.floor(seconds / 3_600);
  const rest = clockText(seconds % 3_600);
  return hours > 0 ? `${hours}:${rest.padStart(5, '0')}` : rest;
}
