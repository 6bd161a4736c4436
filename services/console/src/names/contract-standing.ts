import dayjs from 'dayjs';

export interface Contracted {
  readonly contractUntil: string | null;
}

/** How the contract with a supplier stands on a day: it may have no end, or be over soon. @param day local date */
export function contractStanding({ contractUntil }: Contracted, day: string): 'lasts' | 'ends-soon' | 'over' {
  if (contractUntil === null) return 'lasts';
  if (contractUntil < day) return 'over';
  const soon = dayjs(day).add(30, 'day').format('YYYY-MM-DD');
  return contractUntil <= soon ? 'ends-soon' : 'lasts';
}
