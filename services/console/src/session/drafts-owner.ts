import { discardDrafts } from '../patterns/use-draft.ts';

const owner = 'yitu.drafts-of';

/** Lets the drafts of this tab go when they are somebody else's: a session may end without anybody signing out. */
export function keepDraftsOf(userId: string): void {
  const before = sessionStorage.getItem(owner);
  if (before !== null && before !== userId) discardDrafts();
  sessionStorage.setItem(owner, userId);
}
