import { events } from '@yitu/contracts';
import { command, type UnitOfWork } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { askingErrors } from './errors.ts';
import { QuotationRequest, requestView, RequestView } from './quotation-request.ts';

/**
 * The request a quotation is written for, locked: one quotation answers it.
 * @throws request/not-found, booking/request-state, request-contents where it is another customer's
 */
export async function requestToQuote(
  uow: UnitOfWork,
  requestId: string,
  customerId: string,
): Promise<QuotationRequest> {
  const request = await uow.lock(QuotationRequest, requestId);
  if (request.customerId !== customerId)
    throw askingErrors.requestContents({ fields: [{ field: '/body/quotationRequestId', ...ofTheCustomer }] });
  checkOpenState(request);
  return request;
}

const ofTheCustomer = {
  rule: 'of-the-customer',
  message: { zh: '须为该客户的询价', en: 'must be of the customer' },
};

/** The request is answered by this quotation, which is stored. */
export function markQuoted(uow: UnitOfWork, request: QuotationRequest, quotationId: string): void {
  Object.assign(request, { state: 'quoted', quotationId });
  const { id: requestId, branchId, customerId } = request;
  uow.publish(request, events.quotationRequestQuoted, { requestId, branchId, customerId, quotationId });
}

/** @throws booking/request-state */
function checkOpenState({ state }: QuotationRequest): void {
  if (state !== 'open') throw askingErrors.requestState({ state });
}

interface Declining {
  readonly requestId: string;
  readonly version: number;
  readonly reason: string;
}

/** There will be no quotation; the customer reads why. */
const decline = command(
  { permission: 'booking.quotation-request.decline' },
  async (uow, { requestId, version, reason }: Declining) => {
    const request = await uow.lock(QuotationRequest, requestId, version);
    checkOpenState(request);
    Object.assign(request, { state: 'declined', declineReason: reason });
    const { branchId, customerId } = request;
    uow.publish(request, events.quotationRequestDeclined, { requestId, branchId, customerId });
    return requestView(request);
  },
);

export const declineRequestRoute = () =>
  route({
    method: 'POST',
    path: '/v1/quotation-requests/:quotationRequestId/declination',
    summary: 'Answer a request that it will not be quoted, with the reason, which the customer reads',
    access: 'booking.quotation-request.decline',
    params: Type.Object({ quotationRequestId: Id }),
    body: Type.Object({ reason: Type.String({ minLength: 2, maxLength: 1_000 }) }),
    result: RequestView,
    versioned: true,
    handle: (call, { params: { quotationRequestId: requestId }, body: { reason }, version }) =>
      decline(call, { requestId, reason, version }),
  });
