import { parseArgs } from 'node:util';

export interface Options {
  /** Delete our own data and start anew. */
  readonly fresh: boolean;
  /** Fill in the demo agency. */
  readonly demo: boolean;
  /** The gateway's port; without it 8080 or, if that is taken, another one. */
  readonly port: number | undefined;
  /** How browsers call this machine, instead of by its address. */
  readonly name: string | undefined;
  /** Only say how it is used. */
  readonly help: boolean;
}

/** The command line cannot be followed; the message says why. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const USAGE = [
  'usage: npm start [-- [--fresh] [--no-demo] [--port <gateway port>] [--name localhost]]',
  '  --fresh    begin anew: delete the data in .yitu',
  '  --no-demo  stay empty',
  '  --name     what browsers call this machine; passkeys want a name, not an address',
  'DATABASE_URL and NATS_URL name servers of yours to use instead of our own.',
].join('\n');

/** @throws UsageError */
export function parseOptions(args: readonly string[]): Options {
  const { fresh, demo, port, name, help } = parse(args);
  return {
    ...{ fresh, demo, help, port: port === undefined ? undefined : portNumber(port) },
    name: name === undefined ? undefined : hostName(name),
  };
}

function parse(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      allowNegative: true,
      options: {
        fresh: { type: 'boolean', default: false },
        demo: { type: 'boolean', default: true },
        port: { type: 'string' },
        name: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (error) {
    // Node's sentence names the option; a second sentence, for programs with positional arguments, does not fit here.
    throw new UsageError(error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error));
  }
}

function portNumber(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new UsageError(`--port takes a number from 1 to 65535, not "${text}"`);
}

function hostName(text: string): string {
  if (/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(text) && !/^[0-9.]+$/.test(text)) return text;
  throw new UsageError(`--name takes a name of this machine such as localhost, not "${text}"`);
}
