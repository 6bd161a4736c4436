import { stripVTControlCharacters } from 'node:util';

/** One line of a service's log, as far as a person in a terminal wants to see it at once. */
export interface Warning {
  readonly severe: boolean;
  readonly text: string;
}

const MOST_CHARACTERS = 400;

/** The warning or error that a JSON log line (pino) tells of; undefined for all other lines. */
export function warningIn(line: string): Warning | undefined {
  if (!/"level":("(warn|error|fatal)"|[456]0)/.test(line)) return undefined;
  const entry = parse(line);
  if (entry === undefined) return undefined;
  const { level, msg, err, traceId, trace_id: traceIdToo } = entry;
  const severe = level !== 'warn' && level !== 40;
  const reason = reasonIn(err);
  const message = typeof msg === 'string' ? msg : '';
  const trace = [traceId, traceIdToo].find((id) => typeof id === 'string');
  const parts = [message, reason === message ? '' : reason, trace === undefined ? '' : `(trace ${trace})`];
  return { severe, text: printable(parts.filter((part) => part !== '').join(': ')) };
}

/** A log can hold what strangers sent: nothing of it may steer the terminal, or fill it. */
export function printable(text: string): string {
  const oneLine = stripVTControlCharacters(text).replace(/\p{Cc}+/gu, ' ');
  return oneLine.length > MOST_CHARACTERS ? `${oneLine.slice(0, MOST_CHARACTERS)}…` : oneLine;
}

function parse(line: string): Record<string, unknown> | undefined {
  try {
    const entry: unknown = JSON.parse(line);
    return isRecord(entry) ? entry : undefined;
  } catch {
    // Half a line, cut off by the end of its process.
    return undefined;
  }
}

/** What an error says: as pino writes it, or as our logs do, without what people have entered. */
function reasonIn(error: unknown): string {
  if (!isRecord(error)) return '';
  return [error['message'], error['text']].find((one) => typeof one === 'string') ?? '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
