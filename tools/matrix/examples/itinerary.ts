import type { Examples } from '../example.ts';

export const itinerary: Examples = {
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
