import { daysBetween } from '@yitu/kernel';
import { Id, LocalDate } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { errors } from './errors.ts';

/** Query of every report: days of the agency's own calendar, both included. */
export const Period = Type.Object({ from: LocalDate, to: LocalDate, branchId: Type.Optional(Id) });

export type Period = Static<typeof Period>;

const longest = 366;

/** @throws analytics/period-reversed, analytics/period-too-long */
export function checkPeriod({ from, to }: Period): void {
  const days = daysBetween(from, to) + 1;
  if (days < 1) throw errors.periodReversed();
  if (days > longest) throw errors.periodTooLong({ days: longest });
}
