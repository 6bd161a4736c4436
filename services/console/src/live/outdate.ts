import type { QueryClient, QueryKey } from '@tanstack/react-query';

/** Milliseconds between two looks at the same thing. */
const pause = 1_000;

/**
 * Outdates queries by their keys: the first time at once, and then once a moment however often it is asked for. A file of thousands that is taken in tells of
 * each, and what is shown is read anew a few times meanwhile, not thousands of times.
 */
export function outdate(queries: QueryClient): (queryKey: QueryKey) => void {
  const resting = new Map<string, { again: boolean }>();
  const look = (queryKey: QueryKey): void => {
    const key = JSON.stringify(queryKey);
    const rest = resting.get(key);
    if (rest) {
      rest.again = true;
      return;
    }
    const begun = { again: false };
    resting.set(key, begun);
    setTimeout(() => {
      resting.delete(key);
      if (begun.again) look(queryKey);
    }, pause);
    void queries.invalidateQueries({ queryKey });
  };
  return look;
}
