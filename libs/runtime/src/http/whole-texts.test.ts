import { expect, it } from 'vitest';
import { hasWholeTexts } from './whole-texts.ts';

const whole = (body: string) => hasWholeTexts(body, JSON.parse(body));

it.each([
  ['both halves of a character', '{"note":"\\ud83c\\udf38"}', true],
  ['a character as it is', '{"note":"🌸"}', true],
  ['the letters of an escape', '{"note":"\\\\ud83c"}', true],
  ['the first half alone', '{"note":["a","\\ud83c"]}', false],
  ['the second half alone', '{"notes":{"first":"\\uDF38 b"}}', false],
  ['half a character in a name', '{"\\ud83c":1}', false],
])('tells of %s', (_what, body, expected) => {
  expect(whole(body)).toBe(expected);
});
