import { reachOf, type Permission, type Person } from '@yitu/access';
import type { Envelope } from '@yitu/contracts';
import type { Watched } from './nouns.ts';

/** What somebody buys under their own account: known when they begin to watch, and added to as they order. */
export interface Theirs {
  readonly customerIds: ReadonlySet<string>;
  readonly orderIds: Set<string>;
}

/** An event of a thing that is watched: what it names decides who may know of it. */
export type Happening = Pick<Envelope, 'type' | 'data'>;

/**
 * Whether somebody may know that a thing changed: whether they may see the thing itself, as far as its event tells. What it does not tell is
 * answered with no.
 */
export function maySee(person: Person, watched: Watched, happening: Happening, theirs: Theirs): boolean {
  const { permission, of, drafts } = watched;
  const { data } = happening;
  const reach = reachOf(person, permission);
  if (!reach) return maySeeAsOwn(person, watched, happening, theirs);
  if (of === 'addressee') return isAddressed(person, data);
  if (drafts && !reachOf(person, drafts) && !isPublic(happening)) return false;
  if (of === 'agency') return true;
  if (reach === 'agency') return true;
  if (reach === 'branch')
    return ids(data, 'branchId', 'sellingBranchId', 'operatingBranchId').some((id) =>
      person.branchIds.includes(id),
    );
  return isOwn(person, data, theirs);
}

/** Whether somebody may see of a noun, if anything, only what is their own. */
export const seesOwnOnly = (person: Person, { permission, own }: Watched): boolean => {
  const reach = reachOf(person, permission);
  return reach === 'own' || (!reach && own !== undefined && reachOf(person, own) !== undefined);
};

function maySeeAsOwn(
  person: Person,
  { own, toldToOwn }: Watched,
  { type, data }: Happening,
  theirs: Theirs,
): boolean {
  if (!own || !reachOf(person, own) || !isOwn(person, data, theirs)) return false;
  const what = type.split('.')[2] ?? '';
  return !toldToOwn || (typeof data === 'object' && data !== null && toldToOwn(what, data));
}

/** Whether an event says that a thing is, or was, for everybody to see. */
const isPublic = ({ type, data }: Happening): boolean =>
  [type.split('.')[2] ?? '', ...ids(data, 'state')].some(
    (word) => word === 'published' || word === 'withdrawn',
  );

/** Made by them, looked after by them, or bought for them. */
function isOwn(person: Person, data: unknown, { customerIds, orderIds }: Theirs): boolean {
  return (
    ids(data, 'authorId', 'ownerId').includes(person.userId) ||
    ids(data, 'customerId').some((id) => customerIds.has(id)) ||
    ids(data, 'orderId').some((id) => orderIds.has(id))
  );
}

/** As the inbox itself is read: for one person, or for whoever may do something within reach of a branch. */
function isAddressed(person: Person, data: unknown): boolean {
  const [userId, permission, exceptUserId] = ['userId', 'permission', 'exceptUserId'].map(
    (name) => ids(data, name)[0],
  );
  if (userId !== undefined) return userId === person.userId;
  if (permission === undefined || exceptUserId === person.userId) return false;
  const reach = reachOf(person, permission as Permission); // inbox items name one of ours
  if (reach === 'branch') return ids(data, 'branchId').some((id) => person.branchIds.includes(id));
  return reach === 'agency';
}

/** Fields of an event's data that hold something. */
function ids(data: unknown, ...names: string[]): string[] {
  if (typeof data !== 'object' || data === null) return [];
  return names
    .map((name): unknown => Reflect.get(data, name))
    .filter((value) => typeof value === 'string')
    .filter((value) => value !== '');
}

/** An order of theirs that begins: later events of it name nobody. */
export function learnOrder(person: Person, { data }: Happening, { customerIds, orderIds }: Theirs): void {
  const own =
    ids(data, 'authorId').includes(person.userId) ||
    ids(data, 'customerId').some((id) => customerIds.has(id));
  if (own) for (const id of ids(data, 'orderId')) orderIds.add(id);
}
