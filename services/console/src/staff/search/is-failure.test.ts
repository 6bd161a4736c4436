import { expect, test } from 'vitest';
import { Refusal } from '../../api/refusal.ts';
import { isFailure } from './is-failure.ts';

const refusal = (status: number) => new Refusal({ title: '', code: '', status });

test('a search that was refused has found nothing, one that failed is said to have failed', () => {
  expect(isFailure(null)).toBe(false);
  expect(isFailure(refusal(422))).toBe(false);
  expect(isFailure(refusal(503))).toBe(true);
  expect(isFailure(refusal(0))).toBe(true); // not asked at all
  expect(isFailure(new TypeError('fetch failed'))).toBe(true);
});
