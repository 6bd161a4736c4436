import type { Permission } from '../../api/gen/permissions.ts';
import type { texts } from './texts.ts';

type Key = Parameters<typeof texts.say>[0];

/** One way in the menu. It is shown to whoever may do what its page needs. */
export interface Way {
  readonly label: Key;
  readonly to: string;
  /** One of these, where there are several. */
  readonly needs?: Permission | readonly Permission[];
}

export interface WayGroup {
  readonly label: Key;
  readonly ways: readonly Way[];
}

/** The menu: a new page brings its line here. */
export const navigation: readonly (Way | WayGroup)[] = [
  { label: 'home', to: '/' },
  { label: 'customers', to: '/customers', needs: 'crm.customer.read' },
  {
    label: 'administration',
    ways: [
      { label: 'users', to: '/users', needs: 'identity.user.read' },
      { label: 'roles', to: '/roles', needs: 'identity.role.read' },
      { label: 'branches', to: '/branches', needs: 'identity.branch.open' },
      { label: 'clients', to: '/clients', needs: 'identity.client.read' },
      { label: 'imports', to: '/imports', needs: 'booking.import.read' },
      { label: 'audit', to: '/audit', needs: 'identity.audit.read' },
      { label: 'incidents', to: '/incidents', needs: ['identity.incident.open', 'identity.incident.read'] },
      { label: 'training', to: '/training', needs: 'identity.course.read' },
      { label: 'quarantine', to: '/quarantine', needs: 'booking.quarantine.read' },
      { label: 'security', to: '/security', needs: 'identity.agency.read' },
    ],
  },
];
