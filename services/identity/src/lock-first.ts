import { LockMode, type EntityClass, type EntitySchema, type FilterQuery } from '@mikro-orm/core';
import type { UnitOfWork } from '@yitu/persistence';

/**
 * The row that fits, locked until the transaction ends, as it is once others have let go of it; undefined where none fits then. Only for what the
 * transaction has not read before: that would stay as it was.
 */
export async function lockFirst<Entity extends object>(
  uow: UnitOfWork,
  kind: EntityClass<Entity> | EntitySchema<Entity>,
  where: FilterQuery<Entity>,
): Promise<Entity | undefined> {
  const filter = { ...(where as object), agencyId: uow.agencyId } as FilterQuery<NoInfer<Entity>>; // every tenant entity has agencyId
  const [row] = await uow.em.find(kind, filter, { limit: 1, lockMode: LockMode.PESSIMISTIC_WRITE });
  return row;
}
