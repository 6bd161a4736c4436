import { addDays, localDate, type LocalDate } from '@yitu/kernel';
import { courseErrors } from '../../courses/errors.ts';

interface Attempt {
  readonly assessorId: string;
  readonly userId: string;
  readonly score: number;
  readonly assessedOn: LocalDate;
  /** At the agency. */
  readonly today: LocalDate;
}

interface Asked {
  readonly passingScore: number;
  readonly validityMonths: number;
}

/**
 * Whether an assessment is passed, and the last day of its certificate: the same day so many calendar months later, the month's last day where
 * there is no such day (from 29 February a year later 28 February).
 * @throws identity/own-assessment: nobody records their own; identity/not-yet
 */
export function decideAssessment(
  { assessorId, userId, score, assessedOn, today }: Attempt,
  { passingScore, validityMonths }: Asked,
): { passed: boolean; validUntil: LocalDate | null } {
  if (assessorId === userId) throw courseErrors.ownAssessment();
  if (assessedOn > today) throw courseErrors.notYet();
  const passed = score >= passingScore;
  const validUntil = passed ? localDate(assessedOn).add({ months: validityMonths }).toString() : null;
  return { passed, validUntil };
}

const reminded = { daysBefore: 30, hour: 9 };

/** When somebody is reminded of a certificate that runs out: thirty days before, at nine in the morning. @param zone IANA name */
export function reminderAt(validUntil: LocalDate, zone: string): Temporal.Instant {
  const day = localDate(addDays(validUntil, -reminded.daysBefore));
  const plainTime = new Temporal.PlainTime(reminded.hour);
  return day.toZonedDateTime({ timeZone: zone, plainTime }).toInstant();
}

/** The first moment a certificate is no longer valid. @param zone IANA name */
export const expiryAt = (validUntil: LocalDate, zone: string): Temporal.Instant =>
  localDate(addDays(validUntil, 1)).toZonedDateTime(zone).toInstant();
