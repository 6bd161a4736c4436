import { useState } from 'react';

/** What is entered to be quoted, as it stands in its fields. */
export interface Wish {
  readonly travellers: string;
  /** Empty where none is chosen. */
  readonly departureId: string;
  readonly from: string;
  readonly until: string;
  /** In units of the agency's currency. */
  readonly budget: string;
  readonly words: string;
}

export const emptyWish: Wish = {
  travellers: '2',
  departureId: '',
  from: '',
  until: '',
  budget: '',
  words: '',
};

/** What is entered, kept for as long as the tab lives. It is let go with all other drafts when somebody signs out. */
export function useWishDraft(name: string) {
  const key = `yitu.draft.wish-${name}`;
  const [wish, setWish] = useState<Wish>(() => {
    const kept = sessionStorage.getItem(key);
    return kept === null ? emptyWish : (JSON.parse(kept) as Wish); // written below
  });
  const change = (next: Wish) => {
    setWish(next);
    sessionStorage.setItem(key, JSON.stringify(next));
  };
  return { wish, change, discard: () => sessionStorage.removeItem(key) };
}
