import type { Permission } from '../../api/gen/permissions.ts';
import type { texts } from './texts.ts';

type Key = Parameters<typeof texts.say>[0];

/** One way in the menu. It is shown to whoever may do what its page needs. */
export interface Way {
  readonly label: Key;
  readonly to: string;
  readonly needs?: Permission;
}

export interface WayGroup {
  readonly label: Key;
  readonly ways: readonly Way[];
}

/** The menu: a new page brings its line here. */
export const navigation: readonly (Way | WayGroup)[] = [
  { label: 'home', to: '/' },
  {
    label: 'selling',
    ways: [
      { label: 'desk', to: '/desk', needs: 'booking.order.place' },
      { label: 'orders', to: '/orders', needs: 'booking.order.read' },
      { label: 'quotations', to: '/quotations', needs: 'booking.quotation.read' },
      { label: 'reviews', to: '/reviews', needs: 'booking.order.approve' },
    ],
  },
  {
    label: 'catalogue',
    ways: [
      { label: 'products', to: '/products', needs: 'booking.product.read' },
      { label: 'departures', to: '/departures', needs: 'booking.departure.read' },
      { label: 'suppliers', to: '/suppliers', needs: 'booking.supplier.read' },
      { label: 'allotments', to: '/allotments', needs: 'booking.allotment.read' },
    ],
  },
  { label: 'customers', to: '/customers', needs: 'crm.customer.read' },
];
