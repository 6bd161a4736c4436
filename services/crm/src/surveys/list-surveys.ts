import { query } from '@yitu/persistence';
import { Id, Next, page, pageOf, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { Survey, surveyView, SurveyView } from './survey.ts';

const Query = Type.Object({ ...page, orderId: Type.Optional(Id), customerId: Type.Optional(Id) });

const listSurveys = query(
  { permission: 'crm.survey.read' },
  async (uow, { limit, after, ...filters }: Static<typeof Query>) => {
    const where = { agencyId: uow.agencyId, ...filters, ...(after && { id: { $lt: after } }) };
    const rows = await uow.em.find(Survey, where, { orderBy: { id: 'desc' }, limit: limit + 1 });
    const { items, next } = pageOf(rows, limit);
    return { surveys: items.map(surveyView), next };
  },
);

export const listSurveysRoute = () =>
  route({
    method: 'GET',
    path: '/v1/surveys',
    summary: 'Questionnaires with their answers within reach, newest first',
    access: 'crm.survey.read',
    query: Query,
    result: Type.Object({ surveys: Type.Array(SurveyView), next: Next }),
    handle: (call, { query: search }) => listSurveys(call, search),
  });
