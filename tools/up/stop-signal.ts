import type { Report } from './report.ts';

/** The wish that everything ends. */
export interface StopRequest {
  readonly signal: AbortSignal;
  /** Resolves when the wish comes. */
  readonly requested: Promise<void>;
}

/** npm passes Ctrl-C on to a process that the terminal has told already: that is one wish, not two. */
const SAME_WISH_WITHIN_MS = 1_000;

/**
 * Takes Ctrl-C, SIGTERM and a closed terminal as the wish to end in order, and a second one as the wish to end at once.
 * @param force ends everything at once
 */
export function listenForStop(report: Report, force: () => void): StopRequest {
  const controller = new AbortController();
  const { promise: requested, resolve } = Promise.withResolvers<void>();
  let firstAt: number | undefined;
  const onSignal = () => {
    if (firstAt === undefined) {
      firstAt = performance.now();
      report.tell('');
      report.begins('Stopping in order; once more ends everything at once');
      controller.abort();
      resolve();
    } else if (performance.now() - firstAt > SAME_WISH_WITHIN_MS) {
      force();
      process.exit(130);
    }
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, onSignal);
  return { signal: controller.signal, requested };
}
