import { expect, it } from 'vitest';
import { findEnvironmentReads, mayReadEnvironment } from './environment.ts';
import { parseText } from './syntax.ts';

it.each([
  "const url = process.env['DATABASE_URL'];",
  "const url = process['env'].DATABASE_URL;",
  'const { env } = process;',
  "import { env } from 'node:process';",
])('finds %s', (text) => {
  expect(findEnvironmentReads(parseText('services/crm/src/service.ts', `// 易途\n${text}`))).toEqual([
    'services/crm/src/service.ts:2: the environment is read outside of config.ts',
  ]);
});

it('leaves other uses of process alone', () => {
  expect(findEnvironmentReads(parseText('a.ts', 'process.exitCode = 1; const env = {}; use(env);'))).toEqual(
    [],
  );
});

it('allows config.ts, the test kit and tests', () => {
  const paths = [
    'services/crm/src/config.ts',
    'libs/testkit/src/ports.ts',
    'libs/runtime/src/logging.test.ts',
  ];
  expect(paths.every(mayReadEnvironment)).toBe(true);
  expect(mayReadEnvironment('services/crm/src/main.ts')).toBe(false);
});
