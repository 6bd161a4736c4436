import { expect, test } from 'vitest';
import { isPhoneLike } from './phones.ts';

test.each(['13901234567', '139 0123 4567', '+44 20 7946 0958', '010-65129933', '+8613901234567'])(
  '%s may be a phone number',
  (text) => expect(isPhoneLike(text)).toBe(true),
);

test.each(['02097172', '1390123456', '王 62110339', '+861', 'HQ-2026-000001', ''])('%s may not', (text) =>
  expect(isPhoneLike(text)).toBe(false),
);
