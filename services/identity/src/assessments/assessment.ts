import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType } from '@yitu/persistence';
import { Id, InstantText, LocalDate } from '@yitu/runtime';
import { Type, type Static } from 'typebox';

/** What somebody scored in a course. A passed one is a certificate until its last day. */
export const Assessment = defineEntity({
  name: 'Assessment',
  tableName: 'assessments',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    courseId: p.uuid(),
    userId: p.uuid(),
    assessedOn: p.date(),
    score: p.integer(),
    /** What the course asked for at that time. */
    passingScore: p.integer(),
    passed: p.boolean(),
    validUntil: p.date().nullable(),
    recordedBy: p.uuid(),
    recordedAt: p.type(InstantType),
    version: p.integer(),
  },
});

export type Assessment = InferEntity<typeof Assessment>;

export const AssessmentView = Type.Object(
  {
    id: Id,
    userId: Id,
    assessedOn: LocalDate,
    score: Type.Integer(),
    passingScore: Type.Integer(),
    passed: Type.Boolean(),
    validUntil: Type.Union([LocalDate, Type.Null()], {
      description: 'The last day of the certificate; null when not passed',
    }),
    recordedBy: Id,
    recordedAt: InstantText,
  },
  { title: 'Assessment' },
);

export const assessmentView = (assessment: Assessment): Static<typeof AssessmentView> => ({
  id: assessment.id,
  userId: assessment.userId,
  assessedOn: assessment.assessedOn,
  score: assessment.score,
  passingScore: assessment.passingScore,
  passed: assessment.passed,
  validUntil: assessment.validUntil ?? null,
  recordedBy: assessment.recordedBy,
  recordedAt: assessment.recordedAt.toString(),
});
