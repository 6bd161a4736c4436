import { describe, expect, it } from 'vitest';
import type { Day, Segment } from '../plan.ts';
import { decidePlan } from './decide.ts';

const dates = { departsOn: '2026-07-01', returnsOn: '2026-07-03', state: 'open' };
const title = { zh: '大理', en: 'Dali' };
const day = (number: number, segments: Segment[] = []): Day => ({ day: number, title, segments });
const withSegment = (segment: Omit<Segment, 'text'>) => [
  day(1, [{ text: title, ...segment }]),
  day(2),
  day(3),
];

/** The fields a plan is refused for. */
function fieldsOf(days: Day[]): string[] {
  try {
    decidePlan(days, dates);
    return [];
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const fields: unknown = Reflect.get(error, 'fields');
    return Array.isArray(fields) ? fields.map(({ field }: { field: string }) => field) : [];
  }
}

describe('a plan', () => {
  it('fills the days from departure to return', () => {
    expect(() => decidePlan([day(1), day(2), day(3)], dates)).not.toThrow();
    expect(() => decidePlan([day(1), day(2)], dates)).toThrow('itinerary/plan-days-misfit');
    expect(() => decidePlan([day(1), day(2), day(3), day(4)], dates)).toThrow('itinerary/plan-days-misfit');
  });

  it('counts its days from one without gaps or repetitions, and names those that do not', () => {
    expect(fieldsOf([day(1), day(3), day(3)])).toEqual(['/body/days/1/day']);
    expect(fieldsOf([day(2), day(2), day(2)])).toEqual(['/body/days/0/day', '/body/days/2/day']);
  });

  it('says how long a stop at a shop takes', () => {
    expect(fieldsOf(withSegment({ kind: 'shopping', from: '10:00' }))).toEqual(['/body/days/0/segments/0']);
    expect(fieldsOf(withSegment({ kind: 'shopping', from: '10:00', to: '11:00' }))).toEqual([]);
  });

  it('ends nothing before it begins, but travels and sleeps past midnight', () => {
    expect(fieldsOf(withSegment({ kind: 'sight', from: '10:00', to: '09:00' }))).toEqual([
      '/body/days/0/segments/0/to',
    ]);
    expect(fieldsOf(withSegment({ kind: 'transport', from: '22:00', to: '06:00' }))).toEqual([]);
  });

  it('is not made for a cancelled departure', () => {
    expect(() => decidePlan([day(1), day(2), day(3)], { ...dates, state: 'cancelled' })).toThrow(
      'itinerary/departure-cancelled',
    );
  });
});
