import type { Examples } from '../example.ts';

export const analytics: Examples = {
  // Two rebuilds at once stand in each other's way.
  'POST /v1/rebuild': { alone: true },
  // Incidents are of the whole agency.
  'GET /v1/incidents': { wholeAgency: true },
  'FiguresService/GetBranchDay': {
    body: () => ({ day: Temporal.Now.plainDateISO('Asia/Shanghai').toString() }),
  },
};
