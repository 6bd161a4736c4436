import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';
import { queueLetter } from './delivery.ts';

/** The customer is asked how the trip was. */
export const onSurveySent = reaction(events.surveySent, (uow, survey) => {
  const { surveyId, validUntil } = survey;
  queueLetter(uow, 'survey', survey, { surveyId, validUntil });
  return Promise.resolve();
});
