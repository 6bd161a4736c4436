import { useQueries } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';

/** What waits for somebody, of one kind. */
export interface Task {
  readonly kind: string;
  /** 1,000 are 1,000 or more. */
  readonly count: number;
  readonly oldestAt?: string;
  readonly dueOn?: string;
  readonly objects: readonly { readonly id: string; readonly number: string | null }[];
}

type Ask = (signal: AbortSignal) => Promise<{ readonly tasks: readonly Task[] }>;

/** The services that have work for people; what of it changes is read anew by the nouns beside them. */
const services: Readonly<Record<string, Ask>> = {
  booking: (signal) => answer(api.booking.GET('/v1/tasks', { signal })),
  itinerary: (signal) => answer(api.itinerary.GET('/v1/tasks', { signal })),
  finance: (signal) => answer(api.finance.GET('/v1/tasks', { signal })),
  identity: (signal) => answer(api.identity.GET('/v1/tasks', { signal })),
};

/** Everything that waits for the person who is signed in, as far as the services that know answer. */
export function useTasks(): { tasks: readonly Task[]; pending: boolean; silent: readonly string[] } {
  const names = Object.keys(services);
  return useQueries({
    queries: Object.entries(services).map(([service, ask]) => ({
      queryKey: [service, 'task'],
      queryFn: ({ signal }: { signal: AbortSignal }) => ask(signal),
      // What waits changes with many nouns: it is asked for again rather than guessed.
      refetchInterval: 30_000,
    })),
    combine: (asked) => ({
      tasks: asked.flatMap(({ data }) => data?.tasks ?? []).filter(({ count }) => count > 0),
      pending: asked.some(({ isPending }) => isPending),
      silent: names.filter((_name, index) => asked[index]?.isError),
    }),
  });
}
