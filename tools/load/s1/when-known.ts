import { until } from '../../story/api.ts';

/**
 * Asks again while a service answers 503: it learns of new agencies and branches by events, and says so until it has.
 * @param what is waited for, named when it does not come
 */
export const whenKnown = <Answer>(what: string, ask: () => Promise<Answer>): Promise<Answer> =>
  until(what, () =>
    ask().catch((error: unknown) => {
      if (error instanceof Error && error.message.includes(': 503 ')) return undefined;
      throw error;
    }),
  );
