import type { Objects } from './objects.ts';
import type { HttpOperation } from './operations.ts';

/** Whether an operation answers a list or figures: it reads, and its path names nothing. */
export const isListed = ({ route }: HttpOperation): boolean =>
  route.method === 'GET' && !route.path.includes(':');

/** The optional query fields that take the id of something there is. */
export const idFilters = ({ route }: HttpOperation, objects: Objects): string[] =>
  Object.keys(route.query?.properties ?? {}).filter((name) => name in objects);
