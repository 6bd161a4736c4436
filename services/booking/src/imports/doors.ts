import { events } from '@yitu/contracts';
import { cancelImportsOf, importDoors } from '@yitu/imports';
import { reaction } from '@yitu/messaging';
import type { Doors } from '@yitu/runtime';
import { catalogueImports } from './catalogue-imports.ts';

/** Nothing is added to the catalogue in the name of somebody who has left. */
const onUserDeparted = reaction(events.userDeparted, (uow, { userId }) =>
  cancelImportsOf(uow, catalogueImports, userId),
);

export function catalogueImportsDoors(): Doors {
  const { routes, rpcs, reactions } = importDoors(catalogueImports);
  return { routes, rpcs, reactions: [...reactions, onUserDeparted] };
}
