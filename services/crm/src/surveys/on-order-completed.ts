import { events } from '@yitu/contracts';
import { agencyOf } from '@yitu/directory';
import { newId } from '@yitu/kernel';
import { reaction } from '@yitu/messaging';
import { Survey, unanswered, validityOf } from './survey.ts';

/** After a trip its customer is asked how it was. @param validDays in which the questionnaire can be answered */
export const onOrderCompleted = (validDays: number) =>
  reaction(events.orderCompleted, async (uow, { orderId, customerId, branchId }) => {
    const { timeZone } = await agencyOf(uow);
    const { validUntil, expiresAt } = validityOf(uow.now, timeZone, validDays);
    const survey = uow.add(
      uow.em.create(Survey, {
        agencyId: uow.agencyId,
        id: newId(),
        branchId,
        customerId,
        orderId,
        sentAt: uow.now,
        validUntil,
        expiresAt,
        ...unanswered,
        version: 0,
      }),
    );
    uow.publish(survey, events.surveySent, {
      surveyId: survey.id,
      customerId,
      orderId,
      branchId,
      validUntil,
    });
  });
