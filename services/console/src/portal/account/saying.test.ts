import { expect, test } from 'vitest';
import { saying } from './saying.ts';

test('an agreement names the version of its text, a withdrawal none', () => {
  expect(saying('sms', true)).toEqual({
    ...{ purpose: 'marketing', channel: 'sms', given: true },
    textVersion: expect.stringMatching(/^\S{1,40}$/),
  });
  expect(saying('email', false)).toEqual({ purpose: 'marketing', channel: 'email', given: false });
});
