import { events } from '@yitu/contracts';
import { agencyToday } from '@yitu/directory';
import { newId, type Money } from '@yitu/kernel';
import type { UnitOfWork } from '@yitu/persistence';
import { credit, debit } from '../entries/line.ts';
import { post } from '../entries/post-entry.ts';
import { needsApproval } from '../refund-rules/refund-rules.ts';
import { Compensation } from './compensation.ts';

interface Owed {
  readonly orderId: string;
  readonly cancellationId: string;
  readonly branchId: string;
  readonly compensation: Money;
  readonly compensationDueOn: string;
  readonly cancelledBy: string;
}

/** Records what the agency owes for a cancellation, once: an expense, owed to the customer until it is paid. */
export async function recordCompensation(uow: UnitOfWork, owed: Owed): Promise<void> {
  const { orderId, cancellationId, branchId, compensationDueOn, cancelledBy } = owed;
  const { amount, currency } = owed.compensation;
  const [recorded] = await uow.find(Compensation, { cancellationId });
  if (recorded) return;
  const id = newId();
  const waits = await needsApproval(uow, amount, currency);
  const entry = await post(uow, {
    ...{ branchId, date: await agencyToday(uow), source: { kind: 'compensation', id } },
    text: { zh: '应付客户违约金', en: 'Compensation due to the customer' },
    lines: [debit('compensation', amount, currency), credit('other-payables', amount, currency)],
  });
  const compensation = uow.add(
    uow.em.create(Compensation, {
      ...{ agencyId: uow.agencyId, id, orderId, cancellationId, branchId, amount, currency },
      ...{ dueOn: compensationDueOn, state: waits ? 'awaiting-approval' : 'due' },
      ...{ cancelledBy: cancelledBy || null, approvedBy: null, method: null, paidOn: null, paidBy: null },
      ...{ reference: '', entryId: entry.id, entryNumber: entry.number, version: 0, createdAt: uow.now },
    }),
  );
  uow.publish(compensation, events.compensationRecorded, {
    ...{ compensationId: id, orderId, branchId, dueOn: compensationDueOn },
    amount: { amount, currency },
  });
}
