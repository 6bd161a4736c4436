import { LockMode } from '@mikro-orm/core';
import { events } from '@yitu/contracts';
import { cancelImportsOf, type Imports } from '@yitu/imports';
import { reaction } from '@yitu/messaging';
import type { UnitOfWork } from '@yitu/persistence';
import { giveTo } from './change-owner.ts';
import { Customer } from './customer.ts';

/** Handed over in one transaction; the rest follows by a timer, so that none is held up for long. */
const atOnce = 500;

interface Handover {
  userId: string;
  successorUserId: string;
}

/** Whoever follows somebody who has left looks after their customers. */
async function handOver(uow: UnitOfWork, { userId, successorUserId }: Handover): Promise<void> {
  const where = { agencyId: uow.agencyId, ownerId: userId };
  const lockMode = LockMode.PESSIMISTIC_WRITE;
  const customers = await uow.em.find(Customer, where, { orderBy: { id: 'asc' }, limit: atOnce, lockMode });
  for (const customer of customers) giveTo(uow, customer, successorUserId);
  if (customers.length === atOnce)
    uow.publishLater(userId, events.customerHandoverDue, { userId, successorUserId }, uow.now);
}

/** Imports of theirs stop first: what these have entered by then is handed over with the rest. */
export const handoverReactions = (imports: Imports) => [
  reaction(events.userDeparted, async (uow, handover) => {
    await cancelImportsOf(uow, imports, handover.userId);
    await handOver(uow, handover);
  }),
  reaction(events.customerHandoverDue, handOver),
];
