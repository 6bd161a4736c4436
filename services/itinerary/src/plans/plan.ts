import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType } from '@yitu/persistence';
import { Id, InstantText, LocalText, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';

const Time = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', description: 'Local time, HH:MM' });

const Segment = Type.Object({
  kind: Type.Enum(['transport', 'lodging', 'sight', 'meal', 'shopping', 'free-time']),
  text: LocalText,
  from: Type.Optional(Time),
  to: Type.Optional(Time),
});

const Day = Type.Object({
  day: Type.Integer({ minimum: 1, maximum: 365 }),
  title: LocalText,
  segments: Type.Array(Segment, { maxItems: 50 }),
});

export type Segment = Static<typeof Segment>;
export type Day = Static<typeof Day>;

/** What happens on each day of a departure (行程). The whole agency reads it. */
export const Plan = defineEntity({
  name: 'Plan',
  tableName: 'plans',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    branchId: p.uuid(),
    authorId: p.uuid(),
    departureId: p.uuid(),
    title: p.json<{ zh: string; en: string }>(),
    days: p.json<Day[]>(),
    version: p.integer(),
    createdAt: p.type(InstantType),
  },
});

export type Plan = InferEntity<typeof Plan>;

export const planFields = {
  title: LocalText,
  days: Type.Array(Day, {
    minItems: 1,
    maxItems: 365,
    description: 'One entry a day, from the first to the last',
  }),
};

export const PlanView = Type.Object(
  {
    id: Id,
    departureId: Id,
    branchId: Id,
    authorId: Id,
    ...planFields,
    version: Version,
    createdAt: InstantText,
  },
  { title: 'Plan' },
);

export const planView = (plan: Plan): Static<typeof PlanView> => ({
  id: plan.id,
  departureId: plan.departureId,
  branchId: plan.branchId,
  authorId: plan.authorId,
  title: plan.title,
  days: plan.days,
  version: plan.version,
  createdAt: plan.createdAt.toString(),
});
