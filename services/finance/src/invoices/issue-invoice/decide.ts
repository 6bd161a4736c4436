import { money } from '@yitu/kernel';
import { errors } from '../../errors.ts';
import { moneyText } from '../../money-text.ts';
import type { OrderFacts } from '../../orders.ts';
import { socialCreditCode } from '../social-credit-code.ts';

/**
 * Whether an order can be invoiced: it stands, is worth something, is fully paid, and there is no invoice for it.
 * @param received minor units received for the order
 * @throws finance/already-invoiced, order-not-standing, nothing-to-invoice, not-fully-paid
 */
export function checkInvoicing(
  { number, state, total, penalty }: OrderFacts,
  received: bigint,
  invoiced: boolean,
): void {
  if (invoiced) throw errors.alreadyInvoiced();
  if (state === 'cancelled' || state === 'expired') throw errors.orderNotStanding({ number });
  if (total.amount === 0n) throw errors.nothingToInvoice({ number });
  const open = total.amount + (penalty?.amount ?? 0n) - received;
  if (open > 0n) throw errors.notFullyPaid({ number, open: moneyText(money(open, total.currency)) });
}

/** The tax number in its compact form, null where none was given. @throws finance/tax-number-invalid */
export function checkedTaxNumber(given: string | undefined): string | null {
  if (given === undefined) return null;
  const code = socialCreditCode(given);
  if (code !== undefined) return code;
  const message = {
    zh: '应为有效的统一社会信用代码（18 位，GB 32100）',
    en: 'must be a valid unified social credit code (18 characters, GB 32100)',
  };
  throw errors.taxNumberInvalid({
    fields: [{ field: '/body/taxNumber', rule: 'social-credit-code', message }],
  });
}
