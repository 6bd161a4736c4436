import { useNavigate, useSearch } from '@tanstack/react-router';
import { forgetDesk } from './kept-desk.ts';
import { stepBefore, type DeskSearch, type Step } from './desk-state.ts';

/** Where the desk is, and how it goes on. What is said stays; a value of undefined is forgotten. */
export function useDesk() {
  const search: DeskSearch = useSearch({ from: '/staff/desk' });
  const navigate = useNavigate();
  const go = (changes: { readonly [name in keyof DeskSearch]?: string | undefined }, replace = false) => {
    const next = Object.fromEntries(
      Object.entries({ ...search, ...changes }).filter(([, value]) => value !== undefined && value !== ''),
    ) as DeskSearch; // its own names, without those that say nothing
    // Not the address one comes to from the menu, which brings back what was under way: here it was all unsaid.
    if (Object.keys(next).length === 0) forgetDesk();
    void navigate({ to: '/desk', search: next, replace });
  };
  return {
    search,
    /** Says something within a step: no entry of its own in the history. */
    say: (changes: { readonly [name in keyof DeskSearch]?: string | undefined }) => go(changes, true),
    /** Goes to a step with what was said. */
    goTo: (step: Step, changes: { readonly [name in keyof DeskSearch]?: string | undefined } = {}) =>
      go({ ...changes, step }),
    back: () => {
      const step = stepBefore(search);
      if (step) go({ step });
    },
    restart: () => {
      forgetDesk();
      void navigate({ to: '/desk', search: {} });
    },
  };
}
