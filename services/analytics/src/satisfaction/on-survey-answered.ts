import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';

export const onSurveyAnswered = reaction(events.surveyAnswered, async (uow, answer, { time }) => {
  const { surveyId, branchId, orderId, attitude, efficiency, quality, price, afterSales, nps } = answer;
  await uow.rows(
    `insert into analytics.survey_facts (agency_id, id, branch_id, order_id, answered_at, attitude, efficiency, quality, price, after_sales, nps)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (agency_id, id) do nothing`,
    [uow.agencyId, surveyId, branchId, orderId, time, attitude, efficiency, quality, price, afterSales, nps],
  );
});
