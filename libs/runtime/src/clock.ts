import { readFileSync } from 'node:fs';
import { systemClock, type Clock } from '@yitu/kernel';

/**
 * A clock that is ahead of the real one by the duration a file holds (`P30D`), for drills on one machine; the file is looked at once a second, and
 * without it the time is the real one.
 */
export function clockOfFile(file: string): Clock {
  const known = { readAt: -Infinity, ahead: Temporal.Duration.from({ seconds: 0 }) };
  return {
    now: () => {
      if (performance.now() - known.readAt > 1_000)
        Object.assign(known, { readAt: performance.now(), ahead: read(file) });
      return systemClock.now().toZonedDateTimeISO('UTC').add(known.ahead).toInstant();
    },
  };
}

function read(file: string): Temporal.Duration {
  try {
    return Temporal.Duration.from(readFileSync(file, 'utf8').trim());
  } catch (error) {
    if (error instanceof Error && Reflect.get(error, 'code') === 'ENOENT')
      return Temporal.Duration.from({ seconds: 0 });
    throw error;
  }
}
