import { agencyOf } from '@yitu/directory';
import { query } from '@yitu/persistence';
import { Id, LocalDate, LocalText, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { Question, questions } from './questions.ts';
import { Survey } from './survey.ts';
import { answerPermission, holderOf, type LinkRules } from './survey-link.ts';

export const Token = Type.String({
  minLength: 1,
  maxLength: 500,
  description: "What the customer's link holds",
});

const getForm = query({ permission: answerPermission }, async (uow, surveyId: string) => {
  const { id, validUntil, answeredAt } = await uow.get(Survey, surveyId);
  const { code, name } = await agencyOf(uow);
  return { surveyId: id, validUntil, answered: answeredAt != null, questions, agency: { code, name } };
});

export const getSurveyFormRoute = (links: LinkRules) =>
  route({
    method: 'GET',
    path: '/v1/survey-forms',
    summary: 'What a questionnaire asks, for the holder of its link',
    access: 'link',
    query: Type.Object({ token: Token }),
    result: Type.Object({
      surveyId: Id,
      validUntil: LocalDate,
      answered: Type.Boolean(),
      questions: Type.Array(Question),
      agency: Type.Object({ code: Type.String(), name: LocalText }),
    }),
    handle: (call, { query: { token } }) => {
      const holder = holderOf(token, links, call.clock.now());
      return getForm({ ...call, principal: holder }, holder.objectId);
    },
  });
