import { parseArgs } from 'node:util';
import type { Check } from './check.ts';

type Choice = { chosen: readonly Check[] } | { problem: string };

/** The checks the command line asks for with `--only a,b`, all without it; or a line that says what is wrong. */
export function chooseChecks(args: readonly string[], checks: readonly Check[]): Choice {
  const names = checks.map((check) => check.name);
  const only = readOnly(args);
  if (only === 'unreadable') {
    return {
      problem: `Use: npm run check [-- --only ${names.slice(0, 2).join(',')}]. There are: ${names.join(', ')}`,
    };
  }
  const unknown = only?.filter((name) => !names.includes(name)) ?? [];
  if (unknown.length > 0) {
    return { problem: `No check is called ${unknown.join(', ')}. There are: ${names.join(', ')}` };
  }
  return { chosen: checks.filter((check) => only?.includes(check.name) ?? true) };
}

function readOnly(args: readonly string[]): string[] | undefined | 'unreadable' {
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options: { only: { type: 'string' } },
    strict: false,
    tokens: true,
  });
  const foreign =
    positionals.length > 0 || tokens.some((token) => token.kind === 'option' && token.name !== 'only');
  if (foreign || typeof values.only === 'boolean') return 'unreadable';
  return values.only?.split(',').map((name) => name.trim());
}
