import type { Examples } from '../example.ts';

const byOrder = { needs: ['booking.order.read'], reachBy: 'booking.order.read' } as const;

export const itinerary: Examples = {
  'GET /v1/tasks/:kind': { params: () => ({ kind: 'contract-to-sign' }) },
  // Whose the order is booking says.
  'GET /v1/own-trips/:orderId': byOrder,
  'GET /v1/confirmation-letters/:orderId': byOrder,
  // The plan is read by the whole agency, so that it is of another departure tells nobody anything; an order beyond one's reach is one nobody has heard of.
  'POST /v1/plans/:planId/proposals': {
    needs: ['booking.order.read'],
    unknownAs: ['itinerary/no-such-order', 'itinerary/plan-of-other-departure'],
    versionIsKnown: true,
  },
  // Plans are read by the whole agency, like the departures they describe, and revised by the branch that wrote them.
  'GET /v1/plans': { belongsTo: 'agency' },
  'GET /v1/plans/:planId': { belongsTo: 'agency' },
  // The departure is the agency's; its sheet and its archive file are of the branch that carries it out.
  'GET /v1/trips/:departureId': { belongsTo: 'branch' },
  'GET /v1/archive-files/:departureId': { belongsTo: 'branch' },
  'POST /v1/archive-files/:departureId/close': { belongsTo: 'branch' },
  'POST /v1/operations-sheets/:sheetId/check-ins': { unknownAs: ['itinerary/order-not-confirmed'] },
  'TripsService/GetTrip': { belongsTo: 'branch' },
};
