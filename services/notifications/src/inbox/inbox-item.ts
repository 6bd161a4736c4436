import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import type { UnitOfWork } from '@yitu/persistence';
import type { Facts, InboxItemKey, InboxKey } from '../templates/variables.ts';

/** Who finds an item in their inbox: one person, or everybody who may do something within reach of a branch. */
export type Addressed =
  | { readonly userId: string }
  | { readonly permission: (typeof addressedPermissions)[number]; readonly exceptUserId?: string };

/** Permissions that items are addressed to. */
export const addressedPermissions = [
  'booking.order.approve',
  'booking.quotation-request.decline',
  'booking.allotment.read',
  'booking.departure.decide',
] as const;

interface Item<Key extends InboxItemKey> {
  readonly template: Key;
  /** The order, request, incident or certificate. */
  readonly aboutId: string;
  /** Null where it is about what belongs to the whole agency. */
  readonly branchId: string | null;
  readonly facts: Facts[Key];
  readonly to: Addressed;
  /** It only tells: nothing waits to be done. */
  readonly done?: boolean;
}

/** Puts an item into the inbox. */
export function putIntoInbox<Key extends InboxItemKey>(uow: UnitOfWork, item: Item<Key>): void {
  const { template, aboutId, branchId, facts, to, done = false } = item;
  const addressee =
    'userId' in to
      ? { user_id: to.userId }
      : { permission: to.permission, except_user_id: to.exceptUserId ?? null };
  const id = newId();
  const about = { template, about_id: aboutId, branch_id: branchId, facts };
  const now = uow.now.toString();
  const times = { created_at: now, done_at: done ? now : null };
  uow.gather(storeItems, { id, ...about, ...addressee, ...times }, id);
  const told = {
    itemId: id,
    template,
    aboutId,
    branchId: branchId ?? '',
    userId: '',
    permission: '',
    exceptUserId: '',
  };
  // Whoever looks at an inbox just now asks for it anew.
  uow.hint(id, events.inboxItemAdded, { ...told, ...to });
}

const storeItems = `insert into notifications.inbox_items
    (agency_id, id, template, about_id, branch_id, facts, user_id, permission, except_user_id, created_at, done_at)
  select agency_id, id, template, about_id, branch_id, facts, user_id, permission, except_user_id, created_at, done_at
  from jsonb_to_recordset(?) as item (agency_id uuid, id uuid, template text, about_id uuid, branch_id uuid, facts jsonb,
    user_id uuid, permission text, except_user_id uuid, created_at timestamptz, done_at timestamptz)`;

const changedItem = `returning id as "itemId", template, about_id as "aboutId", coalesce(branch_id::text, '') as "branchId",
  coalesce(user_id::text, '') as "userId", coalesce(permission, '') as permission, coalesce(except_user_id::text, '') as "exceptUserId"`;

/** Changes items by an update of their table, and tells of it. */
export async function changeItems(
  uow: UnitOfWork,
  statement: string,
  parameters: readonly unknown[],
): Promise<void> {
  const changed = await uow.rows<ChangedItem>(`${statement} ${changedItem}`, parameters);
  for (const item of changed) uow.hint(item.itemId, events.inboxItemChanged, item);
}

interface ChangedItem {
  readonly itemId: string;
  readonly template: string;
  readonly aboutId: string;
  readonly branchId: string;
  readonly userId: string;
  readonly permission: string;
  readonly exceptUserId: string;
}

/** Marks what the items about an object ask for as done: whoever did it, nobody else needs to. */
export const settleInbox = (uow: UnitOfWork, aboutId: string, template?: InboxKey): Promise<void> =>
  changeItems(
    uow,
    `update notifications.inbox_items set done_at = ?
     where agency_id = ? and about_id = ? and done_at is null and template = coalesce(?, template)`,
    [uow.now.toString(), uow.agencyId, aboutId, template ?? null],
  );
