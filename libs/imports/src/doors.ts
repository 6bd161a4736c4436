import type { Doors } from '@yitu/runtime';
import { cancelImportRoute, onExpiryDue } from './cancel-import.ts';
import type { Imports } from './imports.ts';
import { readImportRoutes } from './read-imports.ts';
import { startImportRoute } from './start-import.ts';
import { onRowsDue } from './work-on-rows.ts';

/** All that a service offers of its imports. */
export const importDoors = (imports: Imports): Doors => ({
  routes: [startImportRoute(imports), cancelImportRoute(imports), ...readImportRoutes(imports)],
  rpcs: [],
  reactions: [onRowsDue(imports), onExpiryDue(imports)],
});
