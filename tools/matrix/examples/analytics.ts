import type { Examples } from '../example.ts';

export const analytics: Examples = {
  'FiguresService/GetBranchDay': {
    body: () => ({ day: Temporal.Now.plainDateISO('Asia/Shanghai').toString() }),
  },
};
