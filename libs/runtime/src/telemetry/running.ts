import { reasonOf, warn } from './warnings.ts';

interface RunningTelemetry {
  readonly flush: (options: { timeoutMillis: number }) => Promise<void>;
  readonly metricsText: () => Promise<string>;
}

let running: RunningTelemetry | undefined;

/** Called by the preload once everything is in place. */
export function telemetryRuns(telemetry: RunningTelemetry): void {
  running = telemetry;
}

/** All metrics of this process in Prometheus' text format (`text/plain; version=0.0.4`), for a `/metrics` route. */
export async function metricsText(): Promise<string> {
  return running === undefined ? '# telemetry was not preloaded\n' : running.metricsText();
}

/**
 * Sends the spans still waiting, as the last step of a shutdown. Never fails: a collector that does not
 * answer within `deadline` milliseconds is warned about and the spans are lost.
 */
export async function flushTelemetry(deadline = 2_000): Promise<void> {
  try {
    await running?.flush({ timeoutMillis: deadline });
  } catch (problem) {
    warn(`spans were lost at shutdown: ${reasonOf(problem)}`);
  }
}
