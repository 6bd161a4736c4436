import { agencyOf } from '@yitu/directory';
import type { Call } from '@yitu/persistence';
import { query } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { LinkAgency, Token } from '../../contracts/get-contract-to-sign.ts';
import type { LinkRules } from '../../contracts/signing-link.ts';
import { line } from '../../text.ts';
import { acceptPermission, holderOfProposal } from '../acceptance-link.ts';
import { PlanProposal, proposedFields, proposedView } from '../plan-proposal.ts';
import { answerByLink, answerOwn } from './handle.ts';

const Proposed = Type.Object(proposedFields, { title: 'ProposedPlan' });

const PlanToAccept = Type.Object({ ...proposedFields, agency: LinkAgency }, { title: 'PlanToAccept' });

const answerFields = {
  planVersion: Type.Integer({ minimum: 1, description: 'The version that was shown' }),
  answer: Type.Enum(['accepted', 'changes-wanted']),
  name: line(100),
  comment: Type.String({ maxLength: 2_000, default: '', pattern: '^[^\\p{Cs}]*$' }),
};

type Given = Static<ReturnType<typeof Type.Object<typeof answerFields>>>;

const answerOf = (call: Call, proposalId: string, { name, comment, planVersion, answer }: Given) => ({
  ...{ proposalId, planVersion, answer, comment: comment.trim() },
  ...{ name: name.normalize('NFC').trim(), remoteAddress: call.remoteAddress ?? '' },
});

const proposalByLink = query({ permission: acceptPermission }, async (uow, id: string) => {
  const { code, name } = await agencyOf(uow);
  return { ...proposedView(await uow.get(PlanProposal, id)), agency: { code, name } };
});

export const answerProposalRoutes = (links: LinkRules) => [
  route({
    method: 'GET',
    path: '/v1/plan-acceptance',
    summary: 'Read a proposed plan, by the holder of its link',
    access: 'link',
    query: Type.Object({ token: Token }),
    result: PlanToAccept,
    handle: (call, { query: { token } }) => {
      const holder = holderOfProposal(token, links, call.clock.now());
      return proposalByLink({ ...call, principal: holder }, holder.objectId);
    },
  }),
  route({
    method: 'POST',
    path: '/v1/plan-acceptance',
    summary: 'Accept a proposed plan or want it changed, once, by the holder of its link',
    access: 'link',
    body: Type.Object({ token: Token, ...answerFields }),
    result: Proposed,
    handle: (call, { body: { token, ...given } }) => {
      const holder = holderOfProposal(token, links, call.clock.now());
      return answerByLink({ ...call, principal: holder }, answerOf(call, holder.objectId, given));
    },
  }),
  route({
    method: 'POST',
    path: '/v1/own-plan-proposals/:proposalId/answer',
    summary: 'Accept a plan that was proposed to oneself, or want it changed, once',
    access: 'itinerary.own-plan.answer',
    params: Type.Object({ proposalId: Id }),
    body: Type.Object(answerFields),
    result: Proposed,
    handle: (call, { params, body }) => answerOwn(call, answerOf(call, params.proposalId, body)),
  }),
];
