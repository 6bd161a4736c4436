import { errorText } from '@yitu/persistence/error-text';
import { logTraceIds } from './telemetry/log-trace-ids.ts';
import { pino, type DestinationStream, type Logger } from 'pino';

/** Paths whose values never reach a log line, wherever in the logged object they stand one or two levels deep. */
const secrets = [
  'authorization',
  'cookie',
  'password',
  'newPassword',
  'secret',
  'token',
  'accessToken',
  'refreshToken',
  'documentNumber',
  'phone',
  'email',
];

/**
 * A logger that writes JSON lines with the service's name; with the ids of the trace it belongs to.
 * @param destination where to; standard output when left out
 */
export function createLog(service: string, level: string, destination?: DestinationStream): Logger {
  const paths = secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`, `req.headers.${name}`]);
  const options = {
    level,
    base: { service },
    redact: { paths, censor: '[redacted]' },
    mixin: logTraceIds,
    serializers: { err: describeError },
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** An error for the log: kind, text and frames, and the same of its causes; never the rows and statements that the database's own messages quote. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const frames = error.stack?.split('\n').filter((line) => line.startsWith('    at '));
  return {
    type: error.name,
    text: errorText(error),
    stack: frames?.join('\n'),
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  };
}
