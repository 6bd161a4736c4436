import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';
import { file } from './archive-entries.ts';

/** A customer's answer is a feedback form of their trip. */
export const onSurveyAnswered = reaction(events.surveyAnswered, (uow, { surveyId, orderId }, { time }) =>
  file(uow, {
    component: 'feedback-forms',
    sourceId: surveyId,
    orderId,
    reference: surveyId,
    filedAt: Temporal.Instant.from(time),
  }),
);

/** The settlement goes into the file with the numbers of its ledger entries. */
export const onGroupSettled = reaction(
  events.groupSettled,
  (uow, { groupSettlementId, departureId, entryNumbers }, { time }) =>
    file(uow, {
      component: 'settlement',
      sourceId: groupSettlementId,
      departureId,
      reference: entryNumbers.join(', ') || groupSettlementId,
      filedAt: Temporal.Instant.from(time),
    }),
);
