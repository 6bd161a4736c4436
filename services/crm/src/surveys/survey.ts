import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { addDays, localDate, today, type LocalDate } from '@yitu/kernel';
import { InstantType } from '@yitu/persistence';
import { Id, InstantText, LocalDate as LocalDateText, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { Answer } from './questions.ts';

/** A questionnaire after one order's trip; answered once, by whoever holds its link. */
export const Survey = defineEntity({
  name: 'Survey',
  tableName: 'surveys',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    branchId: p.uuid(),
    customerId: p.uuid(),
    orderId: p.uuid(),
    sentAt: p.type(InstantType),
    validUntil: p.date(),
    expiresAt: p.type(InstantType),
    answeredAt: p.type(InstantType).nullable(),
    attitude: p.integer().nullable(),
    efficiency: p.integer().nullable(),
    quality: p.integer().nullable(),
    price: p.integer().nullable(),
    afterSales: p.integer().nullable(),
    nps: p.integer().nullable(),
    comment: p.text().nullable(),
    version: p.integer(),
  },
});

export type Survey = InferEntity<typeof Survey>;

/** What a survey says of its answer as long as there is none. */
export const unanswered = {
  answeredAt: null,
  attitude: null,
  efficiency: null,
  quality: null,
  price: null,
  afterSales: null,
  nps: null,
  comment: null,
};

/**
 * Until when a questionnaire sent now can be answered.
 * @param days after the day of sending, by the calendar of `timeZone` (IANA name)
 * @returns the last local date, and the instant after which the link is closed
 */
export function validityOf(
  now: Temporal.Instant,
  timeZone: string,
  days: number,
): { validUntil: LocalDate; expiresAt: Temporal.Instant } {
  const validUntil = addDays(today(now, timeZone), days);
  const expiresAt = localDate(validUntil).add({ days: 1 }).toZonedDateTime(timeZone).toInstant();
  return { validUntil, expiresAt };
}

export const SurveyView = Type.Object(
  {
    id: Id,
    branchId: Id,
    customerId: Id,
    orderId: Id,
    sentAt: InstantText,
    validUntil: LocalDateText,
    answeredAt: Type.Union([InstantText, Type.Null()]),
    answer: Type.Union([Answer, Type.Null()]),
    version: Version,
  },
  { title: 'Survey' },
);

export const surveyView = (survey: Survey): Static<typeof SurveyView> => ({
  id: survey.id,
  branchId: survey.branchId,
  customerId: survey.customerId,
  orderId: survey.orderId,
  sentAt: survey.sentAt.toString(),
  validUntil: survey.validUntil,
  answeredAt: survey.answeredAt?.toString() ?? null,
  answer: answerOf(survey),
  version: survey.version,
});

function answerOf({ attitude, efficiency, quality, price, afterSales, nps, comment }: Survey) {
  // the database holds all of them or none
  if (
    attitude == null ||
    efficiency == null ||
    quality == null ||
    price == null ||
    afterSales == null ||
    nps == null
  )
    return null;
  return { attitude, efficiency, quality, price, afterSales, nps, ...(comment != null && { comment }) };
}
