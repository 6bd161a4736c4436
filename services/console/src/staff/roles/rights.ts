import { matches } from '@yitu/access/patterns';
import type { Role } from '../../api/gen/identity.ts';

export type Reach = Role['grants'][number]['reach'];

export const services = ['identity', 'crm', 'booking', 'itinerary', 'finance', 'notifications', 'analytics'];

const breadth: Readonly<Record<Reach, number>> = { own: 1, branch: 2, agency: 3 };

/** How far a role's permission goes: the widest of what its grants say; undefined where it has none. */
export function reachOf({ grants }: Pick<Role, 'grants'>, permission: string): Reach | undefined {
  return grants
    .filter((grant) => matches(grant.permission, permission))
    .map(({ reach }) => reach)
    .toSorted((one, other) => breadth[other] - breadth[one])[0];
}
