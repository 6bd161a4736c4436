import { parseArgs } from 'node:util';

export interface Options {
  readonly seed: number;
  /** Runs one after the other, each with the next seed. */
  readonly seeds: number;
  readonly durationMs: number;
  /** Clients at once. */
  readonly clients: number;
  /** Plant this bug, or `all` of them, instead of striking the system. */
  readonly plant: string | undefined;
  /** Only say how it is used. */
  readonly help: boolean;
}

/** The command line cannot be followed; the message says why. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const usageOf = (plants: readonly string[]) =>
  [
    'usage: npm run faults -- [--seed <number>] [--seeds <number>] [--minutes <number>] [--clients <number>]',
    '       npm run faults -- --plant <bug>',
    '  --seed     the same seed gives the same schedule of faults (default: one by chance, told at the start)',
    '  --seeds    so many runs one after the other, each with the next seed and a system of its own, summed up (default: 1)',
    '  --minutes  how long the system is struck while it is loaded (default: 5)',
    '  --clients  how many ask at once (default: 8)',
    `  --plant    no faults, but one of these bugs, which a checker must find: ${plants.join(', ')}; or all`,
  ].join('\n');

/** @param plants names of the bugs there are @param seed where none is given @throws UsageError */
export function parseOptions(args: readonly string[], plants: readonly string[], seed: number): Options {
  const given = parse(args);
  const plant = given.plant;
  if (plant !== undefined && plant !== 'all' && !plants.includes(plant))
    throw new UsageError(`There is no planted bug "${plant}".`);
  return {
    seed: given.seed === undefined ? seed : numberIn('seed', given.seed, /^\d{1,10}$/),
    seeds: numberIn('seeds', given.seeds, /^[1-9]\d{0,3}$/),
    durationMs: numberIn('minutes', given.minutes, /^\d+(\.\d+)?$/) * 60_000,
    clients: numberIn('clients', given.clients, /^[1-9]\d?$/),
    plant,
    help: given.help,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        seed: { type: 'string' },
        seeds: { type: 'string', default: '1' },
        minutes: { type: 'string', default: '5' },
        clients: { type: 'string', default: '8' },
        plant: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    // Node's first sentence names the option.
    throw new UsageError(error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error));
  }
}

function numberIn(name: string, text: string, shape: RegExp): number {
  if (shape.test(text)) return Number(text);
  throw new UsageError(`--${name} takes a number, not "${text}".`);
}
