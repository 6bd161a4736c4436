import dayjs from 'dayjs';

/** A day of a year that is off, or of a weekend that is worked instead. */
export interface SpecialDay {
  readonly date: string;
  readonly kind: 'off' | 'worked';
}

const kinds: ReadonlyMap<string, SpecialDay['kind']> = new Map([
  ...['休', '放假', 'off'].map((word) => [word, 'off'] as const),
  ...['班', '上班', 'worked'].map((word) => [word, 'worked'] as const),
]);

/** Days as they are typed or pasted, one a line; or the first line, from 1, that is none. */
export function daysIn(text: string): { readonly days: SpecialDay[] } | { readonly wrongLine: number } {
  const days: SpecialDay[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const [, date, word = ''] = /^\s*(\d{4}-\d{2}-\d{2})[\s,，;；]+(\S+)\s*$/.exec(line) ?? [];
    const kind = kinds.get(word.toLowerCase());
    if (date === undefined || kind === undefined) return { wrongLine: index + 1 };
    days.push({ date, kind });
  }
  return { days };
}

/** Days of a year as `MM-DD`, those that follow each other from the first to the last. */
export function rangesOf(dates: readonly string[]): string[] {
  const ranges: { from: string; until: string }[] = [];
  for (const date of dates.toSorted()) {
    const last = ranges.at(-1);
    const follows = last && dayjs(last.until).add(1, 'day').format('YYYY-MM-DD') === date;
    if (follows) last.until = date;
    else ranges.push({ from: date, until: date });
  }
  return ranges.map(({ from, until }) =>
    from === until ? from.slice(5) : `${from.slice(5)}–${until.slice(5)}`,
  );
}
