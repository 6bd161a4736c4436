import { agencyToday } from '@yitu/directory';
import type { Texts } from '@yitu/kernel';
import { command, type UnitOfWork } from '@yitu/persistence';
import { Account } from '../../accounts/account.ts';
import { withdrawPayment } from '../../payments/withdraw-payment.ts';
import { withdrawSupplierCost } from '../../supplier-costs/withdraw-supplier-cost.ts';
import { Entry, entryView, Posting } from '../entry.ts';
import { reversed, type Line } from '../line.ts';
import { post } from '../post-entry.ts';
import { checkReversible } from './decide.ts';

/** Takes back what an entry was made for and posts the same on the other sides, today. The entry itself stays as it is. */
export const reverseEntry = command(
  { permission: 'finance.entry.reverse' },
  async (uow, { entryId, reason }: { entryId: string; reason: string }) => {
    const entry = await uow.get(Entry, entryId);
    const withdraw = { payment: withdrawPayment, 'supplier-cost': withdrawSupplierCost };
    await withdraw[checkReversible(entry)](uow, entry.sourceId);
    const { id } = await post(uow, {
      branchId: entry.branchId,
      date: await agencyToday(uow),
      text: reversalText(entry.number, reason),
      source: { kind: 'reversal', id: entry.id },
      lines: reversed(await linesOf(uow, entry.id)),
    });
    return entryView(await uow.get(Entry, id), await uow.find(Posting, { entryId: id }));
  },
);

const reversalText = (number: string, reason: string): Texts => ({
  zh: `冲销 ${number}：${reason}`,
  en: `Reversal of ${number}: ${reason}`,
});

async function linesOf(uow: UnitOfWork, entryId: string): Promise<Line[]> {
  const postings = await uow.find(Posting, { entryId });
  const accounts = await uow.find(Account, { code: { $in: postings.map(({ accountCode }) => accountCode) } });
  const purposes = new Map(accounts.map(({ code, purpose }) => [code, purpose]));
  return postings
    .toSorted((left, right) => left.line - right.line)
    .map(({ accountCode, debit, credit, currency }) => {
      const purpose = purposes.get(accountCode);
      if (!purpose) throw new Error('a posting has an account by its foreign key');
      return { purpose, debit, credit, currency };
    });
}
