import { expect, it } from 'vitest';
import { decisionIsOpen } from './decision.ts';

it.each([
  ['open', 'at-risk', 12, true],
  ['open', 'undecided', 9, true],
  ['closed', 'undecided', 9, true],
  ['open', 'undecided', 10, false],
  ['open', 'guaranteed', 2, false],
  ['cancelled', 'at-risk', 2, false],
])(
  'of a departure that is %s, its group %s with %d of 10 travellers: %s',
  (state, groupStanding, heads, open) => {
    expect(decisionIsOpen({ state, groupStanding, minimumGroup: 10 }, heads)).toBe(open);
  },
);
