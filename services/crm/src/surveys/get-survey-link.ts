import { crm } from '@yitu/contracts';
import { isId } from '@yitu/kernel';
import { query, requestErrors } from '@yitu/persistence';
import { rpc } from '@yitu/runtime';
import { Survey } from './survey.ts';
import { surveyLink, type LinkRules } from './survey-link.ts';

const getSurvey = query({ permission: 'crm.survey.read' }, async (uow, surveyId: string) => {
  if (!isId(surveyId)) throw requestErrors.notFound();
  return uow.get(Survey, surveyId);
});

/** The customer's link, for the service that sends it: whoever has it can answer. */
export const getSurveyLinkRpc = (links: LinkRules) =>
  rpc(crm.SurveysServiceService.getSurveyLink, async (call, { surveyId }) => ({
    link: surveyLink(await getSurvey(call, surveyId), links),
  }));
