import type { Doors } from '@yitu/runtime';
import { declineRequestRoute } from './answer-request.ts';
import { askForQuotationRoutes } from './ask-for-quotation.ts';
import { readQuotationRequestRoutes } from './read-quotation-requests.ts';

export const quotationRequestsDoors = (): Doors => ({
  routes: [...askForQuotationRoutes(), ...readQuotationRequestRoutes(), declineRequestRoute()],
  rpcs: [],
  reactions: [],
});
