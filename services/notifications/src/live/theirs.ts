import { reachOf, type Person } from '@yitu/access';
import { query, type Call } from '@yitu/persistence';
import { seesOwnOnly, type Theirs } from './may-see.ts';
import { nouns } from './nouns.ts';

/** Orders that are looked at for one person: whoever has more is told of the newest. */
const ordersAtMost = 1_000;
const permission = 'notifications.inbox.read';

/** What somebody buys under their own account. Asked once, when they begin to watch, and only for who sees no more than what is their own. */
export async function theirsOf(call: Call, person: Person, names: readonly string[]): Promise<Theirs> {
  const asked = names.some((name) => {
    const watched = nouns.get(name);
    return watched?.of === 'branch' && seesOwnOnly(person, watched);
  });
  if (!asked || !reachOf(person, permission)) return { customerIds: new Set(), orderIds: new Set() };
  return findTheirs(call, {});
}

const findTheirs = query({ permission }, async (uow, _input: object): Promise<Theirs> => {
  const rows = await uow.rows<{ customerId: string; orderId: string | null }>(
    `select customers.id as "customerId", orders.id as "orderId" from notifications.customers
     left join notifications.orders on orders.agency_id = customers.agency_id and orders.customer_id = customers.id
     where customers.agency_id = ? and customers.account_id = ? order by orders.id desc limit ?`,
    [uow.agencyId, uow.userId, ordersAtMost],
  );
  return {
    customerIds: new Set(rows.map(({ customerId }) => customerId)),
    orderIds: new Set(rows.map(({ orderId }) => orderId).filter((id) => id !== null)),
  };
});
