import type { Doors } from '@yitu/runtime';
import { customerReactions } from './follow-customers.ts';

export const customersDoors = (): Doors => ({
  routes: [],
  rpcs: [],
  reactions: [...customerReactions],
});
