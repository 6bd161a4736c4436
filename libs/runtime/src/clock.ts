import { readFileSync } from 'node:fs';
import { systemClock, type Clock } from '@yitu/kernel';

const none = Temporal.Duration.from({ seconds: 0 });

/**
 * A clock that is ahead of the real one by the duration a file holds (`P30D`), for drills on one machine; the file is looked at once a second, and
 * without it the time is the real one.
 * @param onWrong told once of a text that is no duration; the clock goes on as it was
 */
export function clockOfFile(file: string, onWrong: (text: string) => void): Clock {
  const known = { readAt: -Infinity, text: '', ahead: none };
  return {
    now: () => {
      if (performance.now() - known.readAt > 1_000) {
        known.readAt = performance.now();
        const text = read(file);
        if (text !== known.text)
          Object.assign(known, { text, ahead: durationIn(text, onWrong) ?? known.ahead });
      }
      return systemClock.now().toZonedDateTimeISO('UTC').add(known.ahead).toInstant();
    },
  };
}

function durationIn(text: string, onWrong: (text: string) => void): Temporal.Duration | undefined {
  if (text === '') return none;
  try {
    return Temporal.Duration.from(text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    onWrong(text);
    return undefined;
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (error instanceof Error && Reflect.get(error, 'code') === 'ENOENT') return '';
    throw error;
  }
}
