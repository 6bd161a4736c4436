import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType } from '@yitu/persistence';
import { Id, InstantText, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { planFields, type Day } from '../plans/plan.ts';

export const proposalStates = ['sent', 'accepted', 'changes-wanted', 'superseded'] as const;
export type ProposalState = (typeof proposalStates)[number];

/** A plan as it was sent to the customer of one order. What was proposed never changes: the service's role may update the answer only. */
export const PlanProposal = defineEntity({
  name: 'PlanProposal',
  tableName: 'plan_proposals',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    planId: p.uuid(),
    planVersion: p.integer(),
    departureId: p.uuid(),
    orderId: p.uuid(),
    orderNumber: p.string(),
    customerId: p.uuid(),
    branchId: p.uuid(),
    authorId: p.uuid(),
    title: p.json<{ zh: string; en: string }>(),
    days: p.json<Day[]>(),
    state: p.string().$type<ProposalState>(),
    sentAt: p.type(InstantType),
    linkExpiresAt: p.type(InstantType),
    answeredAt: p.type(InstantType).nullable(),
    answeredBy: p.text().nullable(),
    comment: p.text().nullable(),
    remoteAddress: p.text().nullable(),
    version: p.integer(),
  },
});

export type PlanProposal = InferEntity<typeof PlanProposal>;

const Text = Type.Union([Type.String(), Type.Null()]);

/** What the customer is shown of it. */
export const proposedFields = {
  orderNumber: Type.String(),
  planVersion: Type.Integer({ description: 'What is answered; to be named in the answer' }),
  ...planFields,
  state: Type.Enum([...proposalStates]),
  sentAt: InstantText,
  answeredAt: Type.Union([InstantText, Type.Null()]),
  answeredBy: Text,
  comment: Text,
};

export const proposedView = (proposal: PlanProposal) => ({
  orderNumber: proposal.orderNumber,
  planVersion: proposal.planVersion,
  title: proposal.title,
  days: proposal.days,
  state: proposal.state,
  sentAt: proposal.sentAt.toString(),
  answeredAt: proposal.answeredAt?.toString() ?? null,
  answeredBy: proposal.answeredBy ?? null,
  comment: proposal.comment ?? null,
});

export const PlanProposalView = Type.Object(
  {
    id: Id,
    planId: Id,
    departureId: Id,
    orderId: Id,
    customerId: Id,
    branchId: Id,
    authorId: Id,
    ...proposedFields,
    linkExpiresAt: InstantText,
    version: Version,
  },
  { title: 'PlanProposal' },
);

export function planProposalView(proposal: PlanProposal): Static<typeof PlanProposalView> {
  const { id, planId, departureId, orderId, customerId, branchId, authorId, version } = proposal;
  return {
    ...{ id, planId, departureId, orderId, customerId, branchId, authorId, version },
    ...proposedView(proposal),
    linkExpiresAt: proposal.linkExpiresAt.toString(),
  };
}
