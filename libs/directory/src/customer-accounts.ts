import { events } from '@yitu/contracts';
import { reaction, type Reaction } from '@yitu/messaging';
import { tenantTable, type UnitOfWork } from '@yitu/persistence';

const setting = (name: string) => `(select nullif(current_setting('yitu.${name}', true), ''))`;

/** SQL of the table that says which customer an account is: for the migration of a service whose customers read what is theirs. */
export const customerAccountsTable = (service: string): string => `
  create table "${service}".customer_accounts (
    agency_id uuid not null,
    customer_id uuid not null,
    account_id uuid not null,
    primary key (agency_id, customer_id)
  );
  create index customer_accounts_by_account on "${service}".customer_accounts (agency_id, account_id);
  ${tenantTable(service, 'customer_accounts')}`;

/**
 * SQL of a policy by which somebody with reach own finds, beside what they made themselves, what is theirs as a customer.
 * @param theirs condition on a row, given the condition that makes a customer's id the caller's own
 */
export function customersSee(
  service: string,
  table: string,
  theirs: (isOwn: (customerId: string) => string) => string,
): string {
  const isOwn = (
    customerId: string,
  ) => `${customerId} in (select customer_id from "${service}".customer_accounts
    where agency_id = ${setting('agency_id')}::uuid and account_id = ${setting('user_id')}::uuid)`;
  return `create policy customer on "${service}"."${table}" for select to "yitu_${service}" using (
    agency_id = ${setting('agency_id')}::uuid and ${setting('reach')} = 'own' and ${theirs(isOwn)});`;
}

/** Why statements that write the table need no audit record. */
export const customerAccountsUnrecorded = {
  customer_accounts: 'told by crm, which has recorded it',
} as const;

async function note(uow: UnitOfWork, customerId: string, accountId: string | undefined): Promise<void> {
  if (accountId === undefined) return;
  await uow.rows(
    `insert into "${uow.schema}".customer_accounts (agency_id, customer_id, account_id) values (?, ?, ?)
     on conflict (agency_id, customer_id) do update set account_id = excluded.account_id`,
    [uow.agencyId, customerId, accountId],
  );
}

/** Keep at hand which customers have accounts: for the reactions of a service that has the table. */
export const customerAccountReactions: readonly Reaction[] = [
  reaction(events.customerRegistered, (uow, { customerId, accountId }) => note(uow, customerId, accountId)),
  reaction(events.customerChanged, (uow, { customerId, accountId }) => note(uow, customerId, accountId)),
];
