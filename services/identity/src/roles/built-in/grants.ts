import type { Grant, Reach } from '@yitu/access';

/** A role by what it is called and what it permits. */
export interface BuiltInRole {
  readonly name: { readonly zh: string; readonly en: string };
  readonly grants: readonly Grant[];
}

/** Built-in roles by their codes. */
export type BuiltInRoles = Readonly<Record<string, BuiltInRole>>;

const at =
  (reach: Reach) =>
  (...permissions: string[]): Grant[] =>
    permissions.map((permission) => ({ permission, reach }));

export const agency = at('agency');
export const branch = at('branch');
export const own = at('own');

/** What everybody on the staff needs to see to do any work: the catalogue, plans, guides' names, own messages. */
export const staff = [
  ...agency(
    'booking.article.read',
    'booking.product.read',
    'booking.departure.read',
    'booking.offer.read',
    'booking.price-list.read',
    'booking.cancellation-policy.read',
    'itinerary.plan.read',
    'identity.branch.read',
    'identity.colleague.read',
    'identity.role.read',
    'identity.course.read',
  ),
  ...own('notifications.inbox.read', 'identity.incident.open', 'identity.training.read'),
];
