import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';
import type { UnitOfWork } from '@yitu/persistence';
import { putIntoInbox, settleInbox } from './inbox-item.ts';

/** Whoever of the branch may answer it learns that a customer asks for a quotation. */
const onQuotationRequestMade = reaction(
  events.quotationRequestMade,
  (uow, { requestId: aboutId, branchId, travellers, from, until }) => {
    putIntoInbox(uow, {
      ...{ template: 'quotation-requested', aboutId, branchId, facts: { travellers, from, until } },
      to: { permission: 'booking.quotation-request.decline' },
    });
  },
);

const settle = (uow: UnitOfWork, { requestId }: { requestId: string }) => settleInbox(uow, requestId);

/** The inbox follows what customers ask to be quoted. */
export const followRequests = [
  onQuotationRequestMade,
  reaction(events.quotationRequestQuoted, settle),
  reaction(events.quotationRequestDeclined, settle),
  reaction(events.quotationRequestWithdrawn, settle),
];
