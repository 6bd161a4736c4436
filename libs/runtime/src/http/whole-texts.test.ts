import { expect, it } from 'vitest';
import { brokenTexts } from './whole-texts.ts';

it.each([
  ['both halves of a character', '{"note":"\\ud83c\\udf38"}', []],
  ['a character as it is', '{"note":"🌸"}', []],
  ['the letters of an escape', '{"note":"\\\\ud83c"}', []],
  ['the first half alone', '{"note":["a","\\ud83c"]}', ['/body/note/1']],
  ['the second half alone', '{"notes":{"a/b":"\\uDF38 b"},"c":"\\ud83c"}', ['/body/notes/a~1b', '/body/c']],
  ['half a character in a name', '{"a":{"\\ud83c":1}}', ['/body/a']],
])('tells of %s', (_what, body, fields) => {
  expect(brokenTexts(body, JSON.parse(body)).map(({ field }) => field)).toEqual(fields);
});
