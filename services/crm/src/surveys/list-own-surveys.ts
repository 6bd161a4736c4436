import { requirePermission } from '@yitu/access';
import { query, type Call } from '@yitu/persistence';
import { Id, InstantText, LocalDate, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { Customer } from '../customers/customer.ts';
import { surveyLink, type LinkRules } from './survey-link.ts';
import { Survey } from './survey.ts';

const permission = 'crm.own-customer.read';

/** As many as somebody could want to look back at. */
const shownAtMost = 100;

const OwnSurvey = Type.Object(
  {
    orderId: Id,
    validUntil: LocalDate,
    answeredAt: Type.Union([InstantText, Type.Null()]),
    link: Type.Union([Type.String(), Type.Null()], {
      description: 'Where it is answered; null when it has been, or its time is over',
    }),
  },
  { title: 'OwnSurvey' },
);

const ownCustomer = query({ permission }, async (uow, _input: object) => {
  const [customer] = await uow.find(Customer, { userId: uow.userId });
  return customer?.id;
});

/** Asked on the service's own account once it is known which customer asks: questionnaires belong to branches. */
const surveysOf = query({ permission: 'crm.survey.read' }, (uow, customerId: string) =>
  uow.em.find(
    Survey,
    { agencyId: uow.agencyId, customerId },
    { orderBy: { id: 'desc' }, limit: shownAtMost },
  ),
);

async function listOwn(call: Call, links: LinkRules) {
  const { agencyId } = requirePermission(call.principal, permission).member;
  const customerId = await ownCustomer(call, {});
  if (!customerId) return { surveys: [] };
  const itself = { kind: 'service', service: 'crm', agencyId } as const;
  const surveys = await surveysOf({ ...call, principal: itself }, customerId);
  const now = call.clock.now();
  return {
    surveys: surveys.map((survey) => {
      const open = !survey.answeredAt && Temporal.Instant.compare(now, survey.expiresAt) < 0;
      return {
        orderId: survey.orderId,
        validUntil: survey.validUntil,
        answeredAt: survey.answeredAt?.toString() ?? null,
        link: open ? surveyLink(survey, links) : null,
      };
    }),
  };
}

export const listOwnSurveysRoute = (links: LinkRules) =>
  route({
    method: 'GET',
    path: '/v1/own-surveys',
    summary:
      'Questionnaires of the customer whose account the caller has, newest first, with the links to answer them',
    access: permission,
    result: Type.Object({ surveys: Type.Array(OwnSurvey) }),
    handle: (call) => listOwn(call, links),
  });
