import { describe, expect, it } from 'vitest';
import { chosenScenario, UsageError } from './options.ts';

const known = ['S1', 'S2'] as const;

describe('the command line of a load run', () => {
  it('names one scenario', () => {
    expect(chosenScenario(['S2'], known)).toBe('S2');
  });

  it.each([
    [['S9'], 'There is no scenario "S9". Known scenarios: S1, S2.'],
    [['s1'], 'There is no scenario "s1". Known scenarios: S1, S2.'],
    [[], 'Which scenario? Known scenarios: S1, S2.'],
    [['S1', 'S2'], 'One scenario at a time, not also "S2".'],
    [['--fast'], "Unknown option '--fast'"],
  ])('is refused as %j with a reason', (args, reason) => {
    expect(() => chosenScenario(args, known)).toThrow(new UsageError(reason));
  });
});
