import { expect, it } from 'vitest';
import { chooseChecks } from './choose.ts';

const checks = ['lint', 'types', 'format'].map((name) => ({
  name,
  run: () => Promise.resolve({ passed: true, output: '' }),
}));

function namesChosenBy(...args: string[]): unknown {
  const choice = chooseChecks(args, checks);
  return 'chosen' in choice ? choice.chosen.map((check) => check.name) : choice.problem;
}

it('runs every check when none is asked for', () => {
  expect(namesChosenBy()).toEqual(['lint', 'types', 'format']);
});

it('runs only the checks asked for', () => {
  expect(namesChosenBy('--only', 'format, lint')).toEqual(['lint', 'format']);
});

it('names an unknown check and those there are', () => {
  expect(namesChosenBy('--only', 'lint,colour')).toBe(
    'No check is called colour. There are: lint, types, format',
  );
});

it.each([[['--onyl', 'lint']], [['lint']], [['--only']]])('explains its use for %j', (args) => {
  expect(namesChosenBy(...args)).toMatch(/^Use: npm run check/);
});
