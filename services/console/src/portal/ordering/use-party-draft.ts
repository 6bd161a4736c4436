import { useState } from 'react';
import { draftKey, olderDraft } from '../../patterns/use-draft.ts';
import type { Party } from './party.ts';

/**
 * What is entered for a departure, or of an order, kept for as long as the tab lives. It is let go with all other drafts when somebody signs out.
 * @param version of the order that is changed; `older`: what was entered on another one, which is only offered
 */
export function usePartyDraft(name: string, start: Party, version?: number) {
  const key = draftKey(name, version);
  const [kept] = useState(() => sessionStorage.getItem(key));
  const [olderKey, setOlderKey] = useState(() => olderDraft(name, version));
  const [party, setParty] = useState<Party>(
    () => (kept === null ? start : (JSON.parse(kept) as Party)), // written below
  );
  const change = (next: Party) => {
    setParty(next);
    sessionStorage.setItem(key, JSON.stringify(next));
  };
  const discardOlder = () => {
    if (olderKey) sessionStorage.removeItem(olderKey);
    setOlderKey(olderDraft(name, version));
  };
  const takeOlder = () => {
    const older = olderKey ? sessionStorage.getItem(olderKey) : null;
    if (older !== null) change(JSON.parse(older) as Party); // written above
    discardOlder();
  };
  return {
    party,
    change,
    restored: kept !== null,
    discard: () => sessionStorage.removeItem(key),
    older: olderKey === undefined ? undefined : { take: takeOlder, discard: discardOlder },
  };
}
