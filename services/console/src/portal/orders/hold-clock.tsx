import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { clockText, instantText } from '../../format/dates.ts';
import { useMe } from '../../session/me.ts';
import { texts } from './texts.ts';

const aDay = 86_400;

/** How long seats are held: a running clock on the last day, the moment before that. When it is over the order is read anew. */
export function HoldClock({ until }: { readonly until: string }) {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  const queries = useQueryClient();
  const [now, setNow] = useState(Date.now());
  const seconds = (Date.parse(until) - now) / 1_000;
  const over = seconds <= 0;
  useEffect(() => {
    if (over) {
      void queries.invalidateQueries({ queryKey: ['booking', 'order'] });
      return;
    }
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [over, queries]);
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
