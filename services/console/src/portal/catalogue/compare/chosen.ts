import { useSyncExternalStore } from 'react';

/** What is compared at the most: as many as booking puts side by side. */
export const mostCompared = 4;

const kept = 'yitu.compare';
const changes = new EventTarget();
let chosen: readonly string[] = (sessionStorage.getItem(kept) ?? '').split(',').filter(Boolean);

function keep(next: readonly string[]): void {
  chosen = next;
  sessionStorage.setItem(kept, next.join(','));
  changes.dispatchEvent(new Event('change'));
}

const follow = (changed: () => void) => {
  changes.addEventListener('change', changed);
  return () => changes.removeEventListener('change', changed);
};

/** The products chosen to be compared, for as long as the tab lives. */
export const useCompared = (): readonly string[] => useSyncExternalStore(follow, () => chosen);

export const toggleCompared = (id: string): void =>
  keep(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id].slice(0, mostCompared));

export const clearCompared = (): void => keep([]);
