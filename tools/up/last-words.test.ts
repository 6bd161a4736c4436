import { expect, test } from 'vitest';
import { lastWords } from './last-words.ts';

test('the last words of a process begin with the error that ended it', () => {
  const said = [
    '{"level":"info","msg":"starting"}',
    'node:internal/modules/esm/resolve:1',
    "Error [ERR_MODULE_NOT_FOUND]: Cannot find module '/x/main.ts'",
    '    at finalizeResolution (node:internal/modules/esm/resolve:1)',
    ...Array.from({ length: 10 }, (_, at) => `    at frame${at}`),
    '',
    'Node.js v26.10.0',
  ].join('\n');
  expect(lastWords(said).split('\n')).toHaveLength(5);
  expect(lastWords(said)).toMatch(/^Error \[ERR_MODULE_NOT_FOUND\]: Cannot find module/);
});

test('without an error they are the last lines', () => {
  expect(lastWords('one\ntwo\nthe environment does not fit\n')).toBe(
    'one\ntwo\nthe environment does not fit',
  );
  expect(lastWords('')).toBe('');
});
