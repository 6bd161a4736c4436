import { DiagLogLevel, diag } from '@opentelemetry/api';

const QUIET_TIME = 60_000;

type Write = (message: string) => void;

let write: Write = (msg) => {
  process.stderr.write(`${JSON.stringify({ level: 'warn', time: new Date().toISOString(), msg })}\n`);
};

/** Sends later warnings about telemetry to the service's own logger instead of the standard error stream. */
export function sendTelemetryWarningsTo(logger: Write): void {
  write = logger;
}

/**
 * Warns that telemetry itself has trouble. A collector that is down must not drown the log of a service that works,
 * so it says so once a minute.
 */
export const warn = oncePerMinute((message) => write(`telemetry: ${message}`));

/** Passes one message a minute on, with the number of those left out since; `now` in milliseconds. */
export function oncePerMinute(pass: Write): (message: string, now?: number) => void {
  let quietUntil = -Infinity;
  let leftOut = 0;
  return (message, now = performance.now()) => {
    if (now < quietUntil) {
      leftOut += 1;
      return;
    }
    pass(leftOut === 0 ? message : `${message} (and ${leftOut} more since the last warning)`);
    quietUntil = now + QUIET_TIME;
    leftOut = 0;
  };
}

/** Routes OpenTelemetry's own warnings and errors into {@link warn}. */
export function warnAboutDiagnostics(): void {
  const ignore = (): void => undefined;
  const logger = { error: warnAbout, warn: warnAbout, info: ignore, debug: ignore, verbose: ignore };
  diag.setLogger(logger, { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true });
}

function warnAbout(message: string, ...details: unknown[]): void {
  warn([message, ...details.map(reasonOf)].join(': '));
}

/** What went wrong, in words. An AggregateError (every address refused) has its reasons inside and no message of its own. */
export function reasonOf(problem: unknown): string {
  if (Array.isArray(problem)) return problem.map(reasonOf).join(', ');
  if (problem instanceof AggregateError) return reasonOf(problem.errors);
  return problem instanceof Error ? problem.message : String(problem);
}
