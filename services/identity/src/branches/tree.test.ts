import { describe, expect, it } from 'vitest';
import { checkParent, type TreeBranch } from './tree.ts';

const branch = (
  id: string,
  kind: TreeBranch['kind'],
  parentId: string | null,
  state = 'open' as const,
): TreeBranch => ({
  id,
  kind,
  parentId,
  state,
});
const tree = [
  branch('hq', 'headquarters', null),
  branch('owned', 'owned', 'hq'),
  branch('below', 'owned', 'owned'),
  branch('franchise', 'franchise', 'owned'),
  { ...branch('old', 'owned', 'hq'), state: 'closed' as const },
];

describe('below another branch', () => {
  it.each([
    ['a new owned branch below an owned one', { kind: 'owned' as const }, 'below'],
    ['a franchise below headquarters', { id: 'franchise', kind: 'franchise' as const }, 'hq'],
    ['a franchise below a franchise', { kind: 'franchise' as const }, 'franchise'],
    ['a branch where it is already', { id: 'below', kind: 'owned' as const }, 'owned'],
  ])('stands %s', (_what, moved, parent) => {
    expect(() => checkParent(moved, parent, tree)).not.toThrow();
  });

  it.each([
    [
      'an owned branch below a franchise',
      { id: 'below', kind: 'owned' as const },
      'franchise',
      'owned-below-franchise',
    ],
    ['a branch below itself', { id: 'owned', kind: 'owned' as const }, 'owned', 'branch-below-itself'],
    ['a branch below its own', { id: 'owned', kind: 'owned' as const }, 'below', 'branch-below-itself'],
    ['anything below a closed one', { kind: 'franchise' as const }, 'old', 'branch-closed'],
    ['anything below one that does not exist', { kind: 'owned' as const }, 'elsewhere', 'no-such-branch'],
  ])('never stands %s', (_what, moved, parent, code) => {
    expect(() => checkParent(moved, parent, tree)).toThrow(`identity/${code}`);
  });
});
