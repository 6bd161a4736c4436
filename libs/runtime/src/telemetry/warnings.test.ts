import { expect, test } from 'vitest';
import { oncePerMinute, reasonOf } from './warnings.ts';

test('a trouble that stays is mentioned once a minute, with the number of warnings left out', () => {
  const written: string[] = [];
  const warn = oncePerMinute((message) => written.push(message));
  for (let second = 0; second < 130; second += 10) warn(`down for ${second} s`, second * 1_000);
  expect(written).toEqual([
    'down for 0 s',
    'down for 60 s (and 5 more since the last warning)',
    'down for 120 s (and 5 more since the last warning)',
  ]);
});

test('the reason of an aggregate is the reasons inside it', () => {
  expect(reasonOf(new AggregateError([new Error('::1 refused'), new Error('127.0.0.1 refused')]))).toBe(
    '::1 refused, 127.0.0.1 refused',
  );
});
