import type { Doors } from '@yitu/runtime';
import { branchKindReactions } from './follow-branch-kinds.ts';

export const branchesDoors = (): Doors => ({
  routes: [],
  rpcs: [],
  reactions: [...branchKindReactions],
});
