import type { ListSearch } from '../../patterns/list-search.ts';

export type Name = 'userId' | 'service' | 'action' | 'objectType' | 'objectId' | 'from' | 'to';

/** What the address says as the service asks for it: local days become instants on the agency's clock, the last one included. */
export function askedOf(search: ListSearch<Name>, timeZone: string) {
  const { from, to, after: _after, ...others } = search;
  return {
    ...others,
    ...(from && { from: beginningOf(from, 0, timeZone) }),
    ...(to && { to: beginningOf(to, 1, timeZone) }),
  };
}

/** The instant a day begins where the agency is. @param days later */
function beginningOf(date: string, days: number, timeZone: string): string {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number);
  const utc = Date.UTC(year, month - 1, day + days);
  // The clock's distance from UTC at about that moment; near a change of it the second look is exact.
  const near = utc - offsetAt(utc, timeZone);
  return new Date(utc - offsetAt(near, timeZone)).toISOString();
}

/** How far the clock there is ahead of UTC, in milliseconds. */
function offsetAt(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(instant);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0);
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')) - instant;
}
