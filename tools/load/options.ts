import { parseArgs } from 'node:util';

/** The command line cannot be followed; the message says why. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * The scenario a command line names.
 * @param known names of the scenarios there are @throws UsageError
 */
export function chosenScenario<Name extends string>(args: readonly string[], known: readonly Name[]): Name {
  const [asked, ...more] = positionals(args);
  const listed = `Known scenarios: ${known.join(', ')}.`;
  if (asked === undefined) throw new UsageError(`Which scenario? ${listed}`);
  const found = known.find((name) => name === asked);
  if (found === undefined) throw new UsageError(`There is no scenario "${asked}". ${listed}`);
  if (more.length > 0) throw new UsageError(`One scenario at a time, not also "${more.join(' ')}".`);
  return found;
}

function positionals(args: readonly string[]): string[] {
  try {
    return parseArgs({ args: [...args], allowPositionals: true }).positionals;
  } catch (error) {
    // Node's first sentence names the option.
    throw new UsageError(error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error));
  }
}
