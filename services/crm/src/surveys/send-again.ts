import { events } from '@yitu/contracts';
import { agencyOf } from '@yitu/directory';
import { command } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { errors } from '../errors.ts';
import { Survey, surveyView, SurveyView, validityOf } from './survey.ts';

interface Wish {
  surveyId: string;
  version: number;
  validDays: number;
}

/** Sends a questionnaire once more, with a link that is good for as long as a new one's. @throws crm/survey-answered */
const sendAgain = command(
  { permission: 'crm.survey.send' },
  async (uow, { surveyId, version, validDays }: Wish) => {
    const survey = await uow.lock(Survey, surveyId, version);
    if (survey.answeredAt) throw errors.surveyAnswered();
    const { timeZone } = await agencyOf(uow);
    const { validUntil, expiresAt } = validityOf(uow.now, timeZone, validDays);
    Object.assign(survey, { sentAt: uow.now, validUntil, expiresAt });
    const { customerId, orderId, branchId } = survey;
    uow.publish(survey, events.surveySent, { surveyId, customerId, orderId, branchId, validUntil });
    return surveyView(survey);
  },
);

export const sendAgainRoute = (validDays: number) =>
  route({
    method: 'POST',
    path: '/v1/surveys/:surveyId/sendings',
    summary: 'Send an unanswered questionnaire to its customer once more',
    access: 'crm.survey.send',
    params: Type.Object({ surveyId: Id }),
    result: SurveyView,
    versioned: true,
    handle: (call, { params: { surveyId }, version }) => sendAgain(call, { surveyId, version, validDays }),
  });
