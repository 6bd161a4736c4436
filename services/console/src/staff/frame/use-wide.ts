import { useSyncExternalStore } from 'react';

const wide = globalThis.matchMedia('(min-width: 992px)');

const follow = (changed: () => void) => {
  wide.addEventListener('change', changed);
  return () => wide.removeEventListener('change', changed);
};

/** Whether there is room for the menu beside the page. */
export const useWide = (): boolean => useSyncExternalStore(follow, () => wide.matches);
