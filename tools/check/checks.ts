import { checkBoundaries } from './boundaries.ts';
import type { Check } from './check.ts';
import { commandVerdict } from './command.ts';
import { checkContracts } from './contracts.ts';
import { checkEnvironment } from './environment.ts';
import { checkGenerated } from './generated.ts';
import { checkHouse } from './house/house.ts';
import { checkPermissions } from './permissions.ts';

/** Every check, the slow ones first: the fast ones fill the gaps. */
export const checks: readonly Check[] = [
  { name: 'lint', run: () => commandVerdict('oxlint', ['--format', 'unix']) },
  { name: 'types', run: () => commandVerdict('tsc', ['-p', 'tsconfig.json', '--pretty', 'false']) },
  {
    name: 'format',
    run: () =>
      commandVerdict('prettier', ['--check', '--cache', '--cache-location', '.yitu/cache/prettier', '.']),
  },
  { name: 'boundaries', run: checkBoundaries },
  { name: 'unused', run: () => commandVerdict('knip', ['--no-progress', '--no-config-hints']) },
  { name: 'generated', run: checkGenerated },
  { name: 'contracts', run: checkContracts },
  { name: 'permissions', run: checkPermissions },
  { name: 'house', run: checkHouse },
  { name: 'environment', run: checkEnvironment },
];
