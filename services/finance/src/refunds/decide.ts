import { errors } from '../errors.ts';
import type { refundStates } from './refund.ts';

interface Owed {
  readonly state: (typeof refundStates)[number];
}

/** Only what waits for approval is approved. @throws finance/refund-not-awaiting */
export function checkAwaiting({ state }: Owed): void {
  if (state !== 'awaiting-approval') throw errors.refundNotAwaiting();
}

/** What goes to a customer is paid once, and above the limit only when it is approved. @throws finance/refund-paid, refund-not-approved */
export function checkPayable({ state }: Owed): void {
  if (state === 'paid') throw errors.refundPaid();
  if (state === 'awaiting-approval') throw errors.refundNotApproved();
}
