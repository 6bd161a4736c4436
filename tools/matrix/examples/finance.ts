import type { Examples } from '../example.ts';

export const finance: Examples = {
  'POST /v1/group-settlements': { unknownAs: ['finance/whole-agency-only'] },
  // The departure is the agency's; who sees no branch that took part sees no settlement.
  'GET /v1/group-settlements/:departureId': {
    params: ({ settledDepartureId = '' }) => ({ departureId: settledDepartureId }),
    belongsTo: 'branch',
  },
};
