import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { now } from '../format/clock.ts';
import { clockText, instantText } from '../format/dates.ts';
import { useMe } from '../session/me.ts';
import { StateTag } from './state-tag.tsx';

const aDay = 86_400;
const anHour = 3_600;

interface TimeLeft {
  readonly over: boolean;
  /** Less than five minutes are left. */
  readonly soon: boolean;
  /** The instant itself, on the agency's clock. */
  readonly when: string;
  /** A running clock, in the last day only. */
  readonly clock: string | undefined;
}

/**
 * How long something still lasts, second by second.
 * @param touches what is to be read anew when the time is over
 */
export function useTimeLeft(until: string, touches?: QueryKey): TimeLeft {
  const { timeZone } = useMe().agency;
  const queries = useQueryClient();
  const [current, setCurrent] = useState(now);
  const seconds = Math.max(0, Math.ceil((Date.parse(until) - current) / 1_000));
  const over = seconds === 0;
  // Keys are written where they are used, each time anew.
  const touched = useRef(touches);
  useEffect(() => {
    if (over) {
      if (touched.current) void queries.invalidateQueries({ queryKey: touched.current });
      return;
    }
    const clock = setInterval(() => setCurrent(now()), 1_000);
    return () => clearInterval(clock);
  }, [over, queries]);
  return {
    over,
    soon: seconds < 300,
    when: instantText(until, timeZone),
    clock: over || seconds > aDay ? undefined : hoursText(seconds),
  };
}

function hoursText(seconds: number): string {
  if (seconds < anHour) return clockText(seconds);
  return `${Math.floor(seconds / anHour)}:${clockText(seconds % anHour).padStart(5, '0')}`;
}

/**
 * How long something still lasts, as a tag: a clock in its last day, the instant before that.
 * @param over what to say afterwards
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
  const left = useTimeLeft(until, touches);
  if (left.over) return <StateTag tone="over">{over}</StateTag>;
  if (left.clock === undefined) return <>{left.when}</>;
  return (
    <StateTag tone={left.soon ? 'bad' : 'waiting'} role="timer" title={left.when}>
      {left.clock}
    </StateTag>
  );
}
