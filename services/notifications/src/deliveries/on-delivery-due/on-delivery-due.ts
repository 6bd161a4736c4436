import { events } from '@yitu/contracts';
import { preparedReaction } from '@yitu/messaging';
import type { UnitOfWork } from '@yitu/persistence';
import { tellCustomer } from '../../inbox/tell-customer.ts';
import { Delivery, deliveryTold } from '../delivery.ts';
import { decideNext, type Next, type Outcome } from './decide.ts';
import { sender, type Post } from './send.ts';

/**
 * A letter is to be sent. It goes out before the transaction that notes it: a crash between the two sends it once more, under the same
 * Message-ID. E-mail knows no exactly once.
 */
export const onDeliveryDue = (post: Post) => {
  const send = sender(post);
  return preparedReaction(
    events.deliveryDue,
    ({ deliveryId }, { agencyid }) => send(agencyid, deliveryId),
    (uow, { deliveryId }, _envelope, outcome) => note(uow, deliveryId, outcome),
  );
};

async function note(uow: UnitOfWork, deliveryId: string, outcome: Outcome): Promise<void> {
  const delivery = await uow.lock(Delivery, deliveryId);
  if (outcome.kind === 'nothing' || delivery.state !== 'queued') return;
  const number = 1 + (await attemptsOf(uow, delivery));
  if (number === 1 && delivery.round === 1) await tellCustomer(uow, delivery);
  const next = decideNext(outcome, number, uow.now);
  await logAttempt(uow, delivery, number, outcome, next);
  if (next.state === 'queued') {
    uow.publishLater(deliveryId, events.deliveryDue, { deliveryId }, next.at);
    return;
  }
  delivery.state = next.state;
  delivery.finishedAt = uow.now;
  if (outcome.kind === 'sent') {
    delivery.templateVersion = outcome.templateVersion;
    delivery.locale = outcome.locale;
  }
  const told = deliveryTold(delivery);
  if (next.state === 'sent') uow.publish(delivery, events.notificationSent, told);
  else uow.publish(delivery, events.notificationFailed, { ...told, errorCode: next.code, attempts: number });
}

async function attemptsOf(uow: UnitOfWork, { id, round }: Delivery): Promise<number> {
  const [row] = await uow.rows<{ made: number }>(
    'select count(*)::integer as made from notifications.delivery_attempts where agency_id = ? and delivery_id = ? and round = ?',
    [uow.agencyId, id, round],
  );
  return row?.made ?? 0;
}

async function logAttempt(
  uow: UnitOfWork,
  { id, round, branchId }: Delivery,
  number: number,
  outcome: Outcome,
  next: Next,
): Promise<void> {
  await uow.rows(
    `insert into notifications.delivery_attempts
       (agency_id, delivery_id, round, number, branch_id, attempted_at, error_code, next_attempt_at)
     values (?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      uow.agencyId,
      id,
      round,
      number,
      branchId,
      uow.now.toString(),
      outcome.kind === 'failed' ? outcome.code : null,
      next.state === 'queued' ? next.at.toString() : null,
    ],
  );
}
