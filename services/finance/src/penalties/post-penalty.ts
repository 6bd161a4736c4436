import { agencyToday } from '@yitu/directory';
import { newId } from '@yitu/kernel';
import type { UnitOfWork } from '@yitu/persistence';
import { credit, debit } from '../entries/line.ts';
import { post } from '../entries/post-entry.ts';

/** What has changed of the received part of a penalty: strings of minor units. */
export interface PenaltyChange {
  readonly branchId: string;
  readonly currency: string;
  readonly before: string;
  readonly after: string;
}

/**
 * Posts what of a penalty has been received as revenue, or back where the money was taken back: the difference to what was posted before. The
 * account's row, changed by one statement, says both.
 */
export async function postPenalty(
  uow: UnitOfWork,
  { branchId, currency, before, after }: PenaltyChange,
): Promise<void> {
  const more = BigInt(after) - BigInt(before);
  if (more === 0n) return;
  const lines =
    more > 0n
      ? [debit('customer-advances', more, currency), credit('revenue', more, currency)]
      : [debit('revenue', -more, currency), credit('customer-advances', -more, currency)];
  await post(uow, {
    ...{ branchId, date: await agencyToday(uow), lines },
    text: { zh: '取消订单的业务损失费', en: 'Penalty for a cancellation' },
    source: { kind: 'penalty', id: newId() },
  });
}
