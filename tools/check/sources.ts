import { globSync } from 'node:fs';

/** Folders that hold no code of ours, or code that is made by a tool. */
const skipped = [
  /(^|\/)node_modules\//,
  /^libs\/contracts\/src\/gen\//,
  /^services\/console\/src\/api\/gen\//,
  /^tools\/load\/k6\//,
];

/** The TypeScript files people write here, as paths from the root of the repository, in a stable order. */
export function listSources(folders = 'libs,services,tools'): string[] {
  return globSync(`{${folders}}/**/*.{ts,tsx}`, { exclude: (path) => path.endsWith('node_modules') })
    .filter((path) => !skipped.some((pattern) => pattern.test(path)))
    .toSorted();
}

export function isTest(path: string): boolean {
  return path.endsWith('.test.ts');
}
