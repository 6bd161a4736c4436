/** A page that is worth a picture. */
export interface Pictured {
  /** Of the file. */
  readonly name: string;
  /** Whose page; undefined for somebody who has not signed in. */
  readonly login?: string;
  readonly path: string;
  /** The link on that page that leads to what is pictured: the last one that begins with this address, so of a list the oldest, where the story went to its end. */
  readonly follow?: string;
  /** The first such link, so of a list the newest, instead. */
  readonly newest?: boolean;
  /** What comes after the address that is followed. */
  readonly below?: string;
}

/** The main pages, staff's and customers'. */
export const pages: readonly Pictured[] = [
  { name: 'sign-in', path: '/sign-in?agency=yunqi' },
  { name: 'home', login: 'admin', path: '/' },
  { name: 'customers', login: 'li.na', path: '/customers' },
  { name: 'customer', login: 'li.na', path: '/customers', follow: '/customers/' },
  { name: 'quotation', login: 'li.na', path: '/quotations', follow: '/quotations/' },
  { name: 'desk', login: 'li.na', path: '/desk' },
  { name: 'order', login: 'li.na', path: '/orders', follow: '/orders/' },
  { name: 'reviews', login: 'zhang.wei', path: '/reviews' },
  { name: 'departures', login: 'zhang.wei', path: '/departures' },
  { name: 'product', login: 'zhang.wei', path: '/products', follow: '/products/' },
  { name: 'plan', login: 'chen.jie', path: '/plans', follow: '/plans/' },
  { name: 'contract', login: 'li.na', path: '/contracts', follow: '/contracts/' },
  { name: 'operations-sheet', login: 'chen.jie', path: '/operations-sheets', follow: '/operations-sheets/' },
  { name: 'settlement', login: 'zhao.min', path: '/settlements', follow: '/settlements/' },
  { name: 'analytics', login: 'sun.yue', path: '/analytics' },
  { name: 'roles', login: 'admin', path: '/roles' },
  { name: 'audit', login: 'sun.yue', path: '/audit' },
  { name: 'portal-products', login: 'wang', path: '/portal/' },
  { name: 'portal-product', login: 'wang', path: '/portal/', follow: '/portal/products/' },
  { name: 'portal-orders', login: 'wang', path: '/portal/orders' },
  { name: 'portal-trip', login: 'wang', path: '/portal/orders', follow: '/portal/orders/', newest: true },
  {
    ...{ name: 'portal-cancel', login: 'wang', path: '/portal/orders' },
    ...{ follow: '/portal/orders/', newest: true, below: '/cancel' },
  },
];
