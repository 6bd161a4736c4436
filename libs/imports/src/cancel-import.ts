import { reaction } from '@yitu/messaging';
import { command, type UnitOfWork } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { endImport } from './end-import.ts';
import { tableErrors } from './errors.ts';
import { importSchema } from './import.ts';
import type { Imports } from './imports.ts';

interface Wish {
  readonly importId: string;
  readonly version: number;
}

/** Stops an import: what its rows have become stays, the others become nothing. */
export function cancelImportRoute(imports: Imports) {
  const permission = `${imports.service}.import.start` as const;
  const errors = tableErrors(imports.service);
  const cancel = command({ permission }, async (uow, { importId, version }: Wish) => {
    const one = await uow.lock(imports.entity, importId, version);
    if (one.state !== 'running') throw errors.importEnded();
    return endImport(uow, imports, one, 'cancelled');
  });
  return route({
    method: 'POST',
    path: '/v1/imports/:importId/cancellations',
    summary: 'Stop an import; what its rows have become stays, the others become nothing',
    access: permission,
    params: Type.Object({ importId: Id }),
    result: importSchema(Object.keys(imports.kinds)),
    versioned: true,
    handle: (call, { params: { importId }, version }) => cancel(call, { importId, version }),
  });
}

/** What waits for too long is given up. */
export const onExpiryDue = (imports: Imports) =>
  reaction(imports.events.expiryDue, async (uow, { importId }) => {
    const one = await uow.lock(imports.entity, importId);
    if (one.state === 'running') await endImport(uow, imports, one, 'cancelled');
  });

/** Stops what somebody has begun: nobody's work goes on in their name once they have left. */
export async function cancelImportsOf(uow: UnitOfWork, imports: Imports, authorId: string): Promise<void> {
  for (const { id } of await uow.find(imports.entity, { authorId, state: 'running' })) {
    const one = await uow.lock(imports.entity, id);
    if (one.state === 'running') await endImport(uow, imports, one, 'cancelled');
  }
}
