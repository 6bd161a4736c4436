import { events } from '@yitu/contracts';
import type { Money, Texts } from '@yitu/kernel';
import { reaction, type Reaction } from '@yitu/messaging';
import type { UnitOfWork } from '@yitu/persistence';
import { credit, debit, reversed, type Line } from '../entries/line.ts';
import { post } from '../entries/post-entry.ts';

interface Commission {
  readonly recordId: string;
  readonly sellingBranchId: string;
  readonly operatingBranchId: string;
  readonly amount?: Money | undefined;
  readonly recordedOn: string;
}

/** What one of the two branches posts. */
interface Side {
  readonly branchId: string;
  readonly kind: 'commission-earned' | 'commission-granted';
  readonly lines: readonly Line[];
}

/**
 * Posts a commission in both branches, each in an entry of its own that is balanced; between them the clearing account is even. A record that is told
 * twice finds its entries made: one source posts once. Numbers are drawn in the order of the branches.
 */
async function postCommission(uow: UnitOfWork, told: Commission, text: Texts, back: boolean): Promise<void> {
  const { recordId, sellingBranchId, operatingBranchId, recordedOn } = told;
  const { amount = 0n, currency = '' } = told.amount ?? {};
  const earned = [debit('between-branches', amount, currency), credit('commission-income', amount, currency)];
  const granted = [
    debit('commission-expense', amount, currency),
    credit('between-branches', amount, currency),
  ];
  const sides: Side[] = [
    { branchId: sellingBranchId, kind: 'commission-earned', lines: earned },
    { branchId: operatingBranchId, kind: 'commission-granted', lines: granted },
  ];
  for (const { branchId, kind, lines } of sides.toSorted((one, two) =>
    one.branchId < two.branchId ? -1 : 1,
  ))
    await post(uow, {
      ...{ branchId, date: recordedOn, text, source: { kind, id: recordId } },
      lines: back ? reversed(lines) : lines,
    });
}

const earning: Texts = { zh: '分支代销佣金', en: 'Commission between branches' };
const reversal: Texts = { zh: '冲回分支代销佣金', en: 'Commission between branches taken back' };

/** Follow what booking records of commissions. */
export const commissionReactions: readonly Reaction[] = [
  reaction(events.commissionEarned, (uow, told) => postCommission(uow, told, earning, false)),
  reaction(events.commissionReversed, (uow, told) => postCommission(uow, told, reversal, true)),
];
