import { draftKey } from '../../patterns/use-draft.ts';
import type { DeskName, DeskSearch } from './desk-state.ts';

// A draft like others: it goes with whoever signs out.
const key = draftKey('desk');

/** What to do about what is kept of the desk when it shows this address; `ask`: which of both is meant, nothing is lost until it is said. */
export type Keeping = 'keep' | 'forget' | 'restore' | 'nothing' | 'ask';

/** What a link brings, and takes no work to say again. */
const soonSaid: readonly string[] = ['step', 'sort', 'customer'] satisfies readonly DeskName[];

/**
 * An address without anything is one from the menu: what was under way is found again. An order that is placed is no work in progress any more. Links
 * from elsewhere bring something of their own: beside it, work that was begun must not end unseen.
 * @param kept what is
 * @param underWay whether the address goes on from what is kept, rather than being come to
 */
export function keepingOf(search: DeskSearch, kept: DeskSearch | undefined, underWay: boolean): Keeping {
  if (search.order) return underWay ? 'forget' : 'nothing';
  if (Object.keys(search).length === 0) return kept ? 'restore' : 'nothing';
  return underWay || !kept || says(search, kept) || isLittle(kept) ? 'keep' : 'ask';
}

/** Whether all of what is kept stands in an address as well, wherever the step. */
const says = (search: DeskSearch, kept: DeskSearch): boolean =>
  Object.entries(kept).every(([name, value]) => name === 'step' || search[name as DeskName] === value); // its own names

const isLittle = (kept: DeskSearch): boolean => Object.keys(kept).every((name) => soonSaid.includes(name));

export const keepDesk = (search: DeskSearch): void => sessionStorage.setItem(key, JSON.stringify(search));

export const forgetDesk = (): void => sessionStorage.removeItem(key);

/** What was under way at the desk in this tab, if anything was. */
export function keptDesk(): DeskSearch | undefined {
  const kept = sessionStorage.getItem(key);
  return kept === null ? undefined : (JSON.parse(kept) as DeskSearch); // written above
}
