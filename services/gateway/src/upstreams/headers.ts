import type { IncomingHttpHeaders } from 'node:http';

/** What the services are told about where a request comes from. */
export interface Origin {
  /** The client's address. */
  readonly ip: string;
  /** Scheme and host the client used. */
  readonly proto: string;
  readonly host: string;
}

/** RFC 9110, 7.6.1: they belong to one connection. */
const hopByHop = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

const notSentOn = new Set([
  ...hopByHop,
  // Set anew for the connection to the service.
  'host',
  'content-length',
  'expect',
  // Sessions end at the gateway.
  'cookie',
  // Only the gateway says these.
  'forwarded',
  'x-real-ip',
  // The telemetry of this process writes them anew.
  'traceparent',
  'tracestate',
  'baggage',
]);

const notSentBack = new Set([...hopByHop, 'set-cookie', 'x-content-type-options']);

const internal = (name: string) => name.startsWith('x-forwarded-') || name.startsWith('yitu-');

/**
 * The headers a service gets, names and values in turn.
 * @param authorization to add: what the client's cookie stands for
 */
export function headersForService(
  headers: IncomingHttpHeaders,
  { ip, proto, host }: Origin,
  authorization: string | undefined,
): string[] {
  const named = connectionOptions(headers.connection);
  const sent = ['x-forwarded-for', ip, 'x-forwarded-proto', proto, 'x-forwarded-host', host];
  if (authorization !== undefined) sent.push('authorization', authorization);
  for (const [name, value] of Object.entries(headers)) {
    if (notSentOn.has(name) || internal(name) || named?.has(name)) continue;
    if (typeof value === 'string') sent.push(name, value);
    else for (const one of value ?? []) sent.push(name, one);
  }
  return sent;
}

/** The headers of a service's answer that go back to the client, names and values in turn. */
export function headersForClient(headers: IncomingHttpHeaders): string[] {
  const named = connectionOptions(headers.connection);
  // An answer is what its type says, never what a browser guesses.
  const sent = ['x-content-type-options', 'nosniff'];
  for (const [name, value] of Object.entries(headers)) {
    if (notSentBack.has(name) || named?.has(name)) continue;
    if (typeof value === 'string') sent.push(name, value);
    else for (const one of value ?? []) sent.push(name, one);
  }
  return sent;
}

/** Further headers that belong to one connection; usually there are none. */
function connectionOptions(connection: string | undefined): Set<string> | undefined {
  if (connection === undefined || /^(keep-alive|close)$/i.test(connection)) return undefined;
  return new Set(connection.split(',').map((name) => name.trim().toLowerCase()));
}
