import { requirePermission } from '@yitu/access';
import { query, type Call } from '@yitu/persistence';
import { Id, InstantText, LocalDate, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { Customer } from '../customers/customer.ts';
import { Survey } from './survey.ts';
import { surveyLink, type LinkRules } from './survey-link.ts';

const permission = 'crm.own-survey.read';

const OwnSurvey = Type.Object(
  {
    id: Id,
    orderId: Id,
    sentAt: InstantText,
    validUntil: LocalDate,
    answeredAt: Type.Union([InstantText, Type.Null()]),
    answerAt: Type.Union([Type.String(), Type.Null()], {
      description: 'The page to answer it on, while it can be answered',
    }),
  },
  { title: 'OwnSurvey' },
);

const ownCustomerId = query({ permission }, async (uow, _input: object) => {
  const [customer] = await uow.find(Customer, { userId: uow.userId });
  return customer?.id;
});

/** Asked on the service's own account: questionnaires have no owner whose reach they would be within. The newest hundred. */
const surveysOf = query(
  { permission: 'crm.survey.read' },
  async (uow, { customerId, links }: { customerId: string; links: LinkRules }) => {
    const where = { agencyId: uow.agencyId, customerId };
    const surveys = await uow.em.find(Survey, where, { orderBy: { id: 'desc' }, limit: 100 });
    return surveys.map((survey) => ownSurvey(survey, links, uow.now));
  },
);

function ownSurvey(survey: Survey, links: LinkRules, now: Temporal.Instant): Static<typeof OwnSurvey> {
  const { id, orderId, validUntil, answeredAt, expiresAt } = survey;
  const open = !answeredAt && Temporal.Instant.compare(now, expiresAt) < 0;
  return {
    ...{ id, orderId, validUntil, sentAt: survey.sentAt.toString() },
    answeredAt: answeredAt?.toString() ?? null,
    answerAt: open ? surveyLink(survey, links) : null,
  };
}

async function listOwn(call: Call, links: LinkRules) {
  const customerId = await ownCustomerId(call, {});
  if (customerId === undefined) return { surveys: [] };
  const { agencyId } = requirePermission(call.principal, permission).member;
  const principal = { kind: 'service', service: 'crm', agencyId } as const;
  return { surveys: await surveysOf({ ...call, principal }, { customerId, links }) };
}

export const listOwnSurveysRoute = (links: LinkRules) =>
  route({
    method: 'GET',
    path: '/v1/own-surveys',
    summary: "The caller's own questionnaires, newest first, with the pages to answer them on",
    access: permission,
    result: Type.Object({ surveys: Type.Array(OwnSurvey) }),
    handle: (call) => listOwn(call, links),
  });
