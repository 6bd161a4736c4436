import { type Check } from './check.ts';
import { commandVerdict } from './command.ts';

/** Every check, the slow ones first: the fast ones fill the gaps. */
export const checks: readonly Check[] = [
  { name: 'lint', run: () => commandVerdict('oxlint', ['--format', 'unix']) },
  { name: 'types', run: () => commandVerdict('tsc', ['-p', 'tsconfig.json', '--pretty', 'false']) },
  {
    name: 'format',
    run: () =>
      commandVerdict('prettier', ['--check', '--cache', '--cache-location', '.yitu/cache/prettier', '.']),
  },
];
