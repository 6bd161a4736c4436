import type { Examples } from '../example.ts';

const byOrder = { needs: ['booking.order.read'], reachBy: 'booking.order.read' } as const;

export const finance: Examples = {
  'GET /v1/tasks/:kind': { params: () => ({ kind: 'refund-to-pay' }) },
  // Whose the order is booking says.
  'POST /v1/online-payments': { ...byOrder, body: () => ({ returnTo: '/', amount: undefined }) },
  // The signature is the authority: an unsigned message is refused, whoever sends it.
  'POST /v1/payment-callbacks/:provider': {
    params: () => ({ provider: 'sandbox' }),
    file: () => new TextEncoder().encode('{}'),
  },
  'POST /v1/group-settlements': { unknownAs: ['finance/whole-agency-only'] },
  // The departure is the agency's; who sees no branch that took part sees no settlement.
  'GET /v1/group-settlements/:departureId': {
    params: ({ settledDepartureId = '' }) => ({ departureId: settledDepartureId }),
    belongsTo: 'branch',
  },
};
