import { inject } from 'vitest';
import { startWorldOn, type World, type WorldOptions } from './world.ts';

/** A world of one test file's own, on the server that the global set-up has started. */
export const startWorld = (options: WorldOptions): Promise<World> =>
  startWorldOn({ postgresUrl: inject('postgresUrl'), secrets: inject('secrets') }, options);
