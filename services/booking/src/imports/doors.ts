import type { Doors } from '@yitu/runtime';
import { onImportRowsDue } from './on-import-rows-due.ts';
import { readImportRoutes } from './read-imports.ts';
import { startImportRoute } from './start-import.ts';

export const importsDoors = (): Doors => ({
  routes: [startImportRoute(), ...readImportRoutes()],
  rpcs: [],
  reactions: [onImportRowsDue],
});
