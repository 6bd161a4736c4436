import type { Check } from './check.ts';
import { commandVerdict } from './command.ts';

/** Every check, the slow ones first: the fast ones fill the gaps. What a check needs is loaded when it runs. */
export const checks: readonly Check[] = [
  { name: 'lint', run: () => commandVerdict('oxlint', ['--format', 'unix']) },
  { name: 'tenancy', run: async () => (await import('./tenancy/tenancy.ts')).checkTenancy() },
  { name: 'generated', run: async () => (await import('./generated.ts')).checkGenerated() },
  {
    name: 'format',
    run: () =>
      commandVerdict('prettier', ['--check', '--cache', '--cache-location', '.yitu/cache/prettier', '.']),
  },
  { name: 'types', run: () => commandVerdict('tsc', ['-p', 'tsconfig.json', '--pretty', 'false']) },
  // For browsers: other libraries, and JSX.
  {
    name: 'console-types',
    run: () => commandVerdict('tsc', ['-p', 'services/console/tsconfig.json', '--pretty', 'false']),
  },
  { name: 'unused', run: () => commandVerdict('knip', ['--no-progress', '--no-config-hints']) },
  { name: 'boundaries', run: async () => (await import('./boundaries.ts')).checkBoundaries() },
  { name: 'contracts', run: async () => (await import('./contracts.ts')).checkContracts() },
  { name: 'permissions', run: async () => (await import('./permissions.ts')).checkPermissions() },
  { name: 'manifests', run: async () => (await import('./manifests/manifests.ts')).checkManifests() },
  { name: 'house', run: async () => (await import('./house/house.ts')).checkHouse() },
  { name: 'environment', run: async () => (await import('./environment.ts')).checkEnvironment() },
];
