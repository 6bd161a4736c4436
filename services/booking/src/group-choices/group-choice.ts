import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType } from '@yitu/persistence';
import { Id, InstantText, LocalDate } from '@yitu/runtime';
import { Type, type Static } from 'typebox';

export const choices = ['transfer', 'postponement', 'refund'] as const;
export type Choice = (typeof choices)[number];

/** How customers tell the staff. */
const consentWays = ['in-person', 'telephone', 'message', 'letter'] as const;
/** How a consent came; by the portal it is the customer's own act, by rule there is none: they had not chosen in time. */
const storedWays = [...consentWays, 'portal', 'rule'] as const;

/** What a customer chose for an order whose departure does not take place, and how they said so. It is never changed. */
export const GroupChoice = defineEntity({
  name: 'GroupChoice',
  tableName: 'group_choices',
  properties: {
    agencyId: p.uuid().primary(),
    orderId: p.uuid().primary(),
    departureId: p.uuid().primary(),
    branchId: p.uuid(),
    authorId: p.uuid(),
    choice: p.string().$type<Choice>(),
    targetDepartureId: p.uuid().nullable(),
    consentBy: p.string().$type<(typeof storedWays)[number]>(),
    consentedOn: p.date(),
    consentText: p.text(),
    recordedBy: p.uuid().nullable(),
    recordedAt: p.type(InstantType),
  },
});

export type GroupChoice = InferEntity<typeof GroupChoice>;

export const Consent = Type.Object({
  by: Type.Enum([...consentWays]),
  on: LocalDate,
  text: Type.String({ minLength: 3, maxLength: 2_000, description: 'What the customer agreed to' }),
});

export const StoredConsent = Type.Object({ ...Consent.properties, by: Type.Enum([...storedWays]) });

export const GroupChoiceView = Type.Object(
  {
    orderId: Id,
    departureId: Id,
    choice: Type.String({ description: choices.join(', ') }),
    targetDepartureId: Type.Union([Id, Type.Null()]),
    consent: Type.Object({ by: Type.String(), on: LocalDate, text: Type.String() }),
    recordedBy: Type.Union([Id, Type.Null()], { description: 'Nobody where a rule has chosen' }),
    recordedAt: InstantText,
  },
  { title: 'GroupChoice' },
);

export const groupChoiceView = (one: GroupChoice): Static<typeof GroupChoiceView> => ({
  orderId: one.orderId,
  departureId: one.departureId,
  choice: one.choice,
  targetDepartureId: one.targetDepartureId ?? null,
  consent: { by: one.consentBy, on: one.consentedOn, text: one.consentText },
  recordedBy: one.recordedBy ?? null,
  recordedAt: one.recordedAt.toString(),
});
