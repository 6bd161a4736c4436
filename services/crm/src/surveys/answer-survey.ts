import { events } from '@yitu/contracts';
import { command } from '@yitu/persistence';
import { Id, InstantText, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { errors } from '../errors.ts';
import { Token } from './get-survey-form.ts';
import { Answer } from './questions.ts';
import { Survey } from './survey.ts';
import { answerPermission, holderOf, type LinkRules } from './survey-link.ts';

type Given = Static<typeof Answer>;

/** Stores a customer's answer. The event tells the figures; what was written is personal and stays here. @throws crm/survey-answered */
const answerSurvey = command(
  { permission: answerPermission },
  async (uow, { surveyId, answer }: { surveyId: string; answer: Given }) => {
    const survey = await uow.lock(Survey, surveyId);
    if (survey.answeredAt) throw errors.surveyAnswered();
    const { comment, ...figures } = answer;
    Object.assign(survey, figures, { comment: comment ?? null, answeredAt: uow.now });
    const { customerId, orderId, branchId } = survey;
    uow.publish(survey, events.surveyAnswered, { surveyId, customerId, orderId, branchId, ...figures });
    return { surveyId, answeredAt: uow.now.toString() };
  },
);

export const answerSurveyRoute = (links: LinkRules) =>
  route({
    method: 'POST',
    path: '/v1/survey-forms/answer',
    summary: 'Answer a questionnaire, once, by the holder of its link',
    access: 'link',
    body: Type.Object({ token: Token, ...Answer.properties }),
    result: Type.Object({ surveyId: Id, answeredAt: InstantText }),
    handle: (call, { body: { token, ...answer } }) => {
      const holder = holderOf(token, links, call.clock.now());
      return answerSurvey({ ...call, principal: holder }, { surveyId: holder.objectId, answer });
    },
  });
