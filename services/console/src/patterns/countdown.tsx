import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { clockText, instantText } from '../format/dates.ts';
import { useMe } from '../session/me.ts';
import { StateTag } from './state-tag.tsx';

/** Whole seconds until an instant; none when it is over. */
function useSecondsLeft(until: string): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const clock = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(clock);
  }, []);
  return Math.max(0, Math.ceil((Date.parse(until) - now) / 1000));
}

/**
 * How long something still lasts: a clock in its last day, the instant before that.
 * @param touches what is to be read anew when the time is over
 */
export function Countdown({
  until,
  over,
  touches,
}: {
  readonly until: string;
  readonly over: string;
  readonly touches?: QueryKey;
}) {
  const queries = useQueryClient();
  const { timeZone } = useMe().agency;
  const seconds = useSecondsLeft(until);
  const ended = seconds === 0;
  const touched = useRef(touches);
  useEffect(() => {
    if (ended && touched.current) void queries.invalidateQueries({ queryKey: touched.current });
  }, [ended, queries]);
  if (ended) return <StateTag tone="over">{over}</StateTag>;
  if (seconds > 86_400) return <>{instantText(until, timeZone)}</>;
  const text =
    seconds >= 3_600
      ? `${Math.floor(seconds / 3_600)}:${clockText(seconds % 3_600).padStart(5, '0')}`
      : clockText(seconds);
  return (
    <StateTag tone={seconds < 300 ? 'bad' : 'waiting'} role="timer" title={instantText(until, timeZone)}>
      {text}
    </StateTag>
  );
}
