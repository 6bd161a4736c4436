import { expect, it } from 'vitest';
import { countOutcome, formatOutcome } from './outcome.ts';

function moduleWith(counts: { passed?: number; failed?: number; broken?: number; brokenSuites?: number }) {
  return {
    errors: () => Array.from({ length: counts.broken ?? 0 }),
    children: {
      allSuites: () => [{ errors: () => Array.from({ length: counts.brokenSuites ?? 0 }) }],
      allTests: (state: 'passed' | 'failed') => Array.from({ length: counts[state] ?? 0 }),
    },
  };
}

it('adds up the tests of all files', () => {
  const outcome = countOutcome([moduleWith({ passed: 3, failed: 1 }), moduleWith({ passed: 2 })], []);
  expect(formatOutcome(outcome)).toBe('5 passed, 1 failed');
});

it('counts a file that could not be loaded, a failed hook and a stray error as failures', () => {
  const outcome = countOutcome(
    [moduleWith({ broken: 1 }), moduleWith({ brokenSuites: 1 })],
    [new Error('stray')],
  );
  expect(outcome).toEqual({ passed: 0, failed: 3 });
});
