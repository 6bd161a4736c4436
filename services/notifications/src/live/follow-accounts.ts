import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';
import type { UnitOfWork } from '@yitu/persistence';

interface Told {
  readonly customerId: string;
  readonly accountId?: string | undefined;
}

function keep(uow: UnitOfWork, { customerId, accountId }: Told): void {
  if (!accountId) return;
  uow.send(
    `insert into notifications.customers (agency_id, id, account_id) values (?, ?, ?)
     on conflict (agency_id, id) do update set account_id = excluded.account_id`,
    [uow.agencyId, customerId, accountId],
  );
}

/** Keeps at hand which customer an account is of: events name customers, sessions name accounts. */
export const followAccounts = [
  reaction(events.customerRegistered, keep),
  reaction(events.customerChanged, keep),
];
