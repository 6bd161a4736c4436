import { expect, it } from 'vitest';
import { describeBlindness } from './boundaries.ts';

it('accepts a report that saw every source and its imports', () => {
  expect(describeBlindness({ totalCruised: 120, totalDependenciesCruised: 300 }, 100)).toBeUndefined();
});

it('refuses a report that saw the files but none of their imports', () => {
  expect(describeBlindness({ totalCruised: 120, totalDependenciesCruised: 0 }, 100)).toContain('0 imports');
});

it('refuses a report that missed sources', () => {
  expect(describeBlindness({ totalCruised: 0, totalDependenciesCruised: 0 }, 100)).toContain('100 sources');
});
