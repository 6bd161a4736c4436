import { daysBetween, type FieldProblem } from '@yitu/kernel';
import { errors } from '../../errors.ts';
import type { Day, Segment } from '../plan.ts';

/** The dates a plan must fill, both included. */
export interface TripDates {
  readonly departsOn: string;
  readonly returnsOn: string;
  readonly state: string;
}

/**
 * Whether a plan describes a trip: each day once, in order, from the first to the last; times in order. A visit to a shop says when it begins
 * and ends: travellers are told how long they stay there before they sign.
 * @throws itinerary/departure-cancelled, itinerary/plan-days-misfit, itinerary/plan-invalid naming the fields
 */
export function decidePlan(days: readonly Day[], { departsOn, returnsOn, state }: TripDates): void {
  if (state === 'cancelled') throw errors.departureCancelled();
  const problems = days.flatMap((day, index) => [
    ...dayProblem(day, index),
    ...day.segments.flatMap((segment, at) => segmentProblems(segment, `/body/days/${index}/segments/${at}`)),
  ]);
  if (problems.length > 0) throw errors.planInvalid({ fields: problems });
  const wanted = daysBetween(departsOn, returnsOn) + 1;
  if (days.length !== wanted) throw errors.planDaysMisfit({ planned: days.length, wanted });
}

function dayProblem({ day }: Day, index: number): FieldProblem[] {
  if (day === index + 1) return [];
  const message = {
    zh: `应为第 ${index + 1} 天`,
    en: `must be ${index + 1}: days follow each other without gaps`,
  };
  return [{ field: `/body/days/${index}/day`, rule: 'sequence', message }];
}

/** One can leave in the evening and arrive, or wake up, on the next day. */
const pastMidnight = new Set<Segment['kind']>(['transport', 'lodging']);

function segmentProblems({ kind, from, to }: Segment, pointer: string): FieldProblem[] {
  if (kind === 'shopping' && !(from && to)) {
    const message = { zh: '购物须写明起止时间', en: 'a visit to a shop says from when to when' };
    return [{ field: pointer, rule: 'stay-time', message }];
  }
  if (from && to && to <= from && !pastMidnight.has(kind)) {
    const message = { zh: '结束时间须晚于开始时间', en: 'must be later than from' };
    return [{ field: `${pointer}/to`, rule: 'order', message }];
  }
  return [];
}
