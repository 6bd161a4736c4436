import { useState } from 'react';
import type { Party } from './party.ts';

/** What is entered for a departure, or of an order, kept for as long as the tab lives. It is let go with all other drafts when somebody signs out. */
export function usePartyDraft(name: string, start: Party) {
  const key = `yitu.draft.${name}`;
  const [kept] = useState(() => sessionStorage.getItem(key));
  const [party, setParty] = useState<Party>(
    () => (kept === null ? start : (JSON.parse(kept) as Party)), // written below
  );
  const change = (next: Party) => {
    setParty(next);
    sessionStorage.setItem(key, JSON.stringify(next));
  };
  return { party, change, restored: kept !== null, discard: () => sessionStorage.removeItem(key) };
}
