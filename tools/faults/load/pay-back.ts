import { newId } from '@yitu/kernel';
import type { History } from '../history/history.ts';
import type { LoadedAgency } from './agency.ts';
import { perform } from './perform.ts';
import { dueRefunds, payBack, refund } from './ending-operations.ts';

interface Paying {
  readonly origin: string;
  readonly agency: LoadedAgency;
  readonly history: History;
}

/** Pays back whatever is still due, once; what cannot be paid is for the checkers to tell. */
export async function payAllBack(paying: Paying): Promise<void> {
  const tried = new Set<string>();
  for (;;) {
    const due = (await dueRefunds(paying)).filter(({ id }) => !tried.has(id));
    if (due.length === 0) return;
    for (const one of due) {
      tried.add(one.id);
      const id = newId();
      await perform(paying, {
        id,
        client: -1,
        times: 1,
        asked: payBack({ ...paying, id }, one),
        operation: refund,
      });
    }
  }
}
