import type { Doors } from '@yitu/runtime';
import { paymentTermsRoutes } from '../payment-terms/payment-terms.ts';
import { onBalanceReleaseDue } from './release-balance.ts';
import { onPaymentReminderDue } from './remind-of-payment.ts';

export const paymentDuesDoors = (): Doors => ({
  routes: [...paymentTermsRoutes()],
  rpcs: [],
  reactions: [onPaymentReminderDue, onBalanceReleaseDue],
});
