import { draftKey } from '../../patterns/use-draft.ts';
import type { DeskSearch } from './desk-state.ts';

// A draft like others: it goes with whoever signs out.
const key = draftKey('desk');

/** What to do about what is kept of the desk when it shows this address. */
export type Keeping = 'keep' | 'forget' | 'restore' | 'nothing';

/**
 * An address without anything is one from the menu: what was under way is found again. An order that is placed is no work in progress any more.
 * @param kept whether something is
 */
export function keepingOf(search: DeskSearch, kept: boolean): Keeping {
  if (search.order) return 'forget';
  if (Object.keys(search).length > 0) return 'keep';
  return kept ? 'restore' : 'nothing';
}

export const keepDesk = (search: DeskSearch): void => sessionStorage.setItem(key, JSON.stringify(search));

export const forgetDesk = (): void => sessionStorage.removeItem(key);

/** What was under way at the desk in this tab, if anything was. */
export function keptDesk(): DeskSearch | undefined {
  const kept = sessionStorage.getItem(key);
  return kept === null ? undefined : (JSON.parse(kept) as DeskSearch); // written above
}
