import type { Permission } from '@yitu/access';

/** What can be watched: whose events they are, and who may see the things themselves. */
export interface Watched {
  /** `<service>.<noun>` of the events. */
  readonly stream: string;
  readonly permission: Permission;
  /**
   * Whose a thing is: everybody's who has the permission; or a branch's, which its events name; or an addressee's, whom its events name.
   */
  readonly of: 'agency' | 'branch' | 'addressee';
  /** Told by hints, which nothing stores, instead of events. */
  readonly hinted?: true;
  /** Who may see things that are not published yet, where there are such. */
  readonly drafts?: Permission;
  /** What customers hold who see what is theirs by operations of their own. */
  readonly own?: Permission;
  /** Which events are of what they may see by then; all of them, unless said otherwise. */
  readonly toldToOwn?: (what: string, data: object) => boolean;
}

const ofAgency = (stream: string, permission: Permission): Watched => ({ stream, permission, of: 'agency' });
const ofBranch = (stream: string, permission: Permission): Watched => ({ stream, permission, of: 'branch' });

/** Customers know of a quotation what was sent of it. */
const onceSent = (what: string, data: object): boolean =>
  what === 'revised'
    ? Reflect.get(data, 'wasSent') === true
    : what !== 'drafted' && what !== 'below-cost-approved';

/** Every noun a page can watch. Where a noun's events do not name a branch, they are for who sees the whole agency alone. */
export const nouns: ReadonlyMap<string, Watched> = new Map([
  ...['departure', 'price-list', 'cancellation-policy', 'supplier', 'allotment', 'import'].map((noun) =>
    named(ofAgency(`booking.${noun}`, `booking.${noun}.read`)),
  ),
  named({
    ...ofAgency('booking.product', 'booking.product.read'),
    drafts: 'booking.product.change',
  }),
  named({
    ...ofAgency('booking.article', 'booking.article.read'),
    drafts: 'booking.article.write',
  }),
  named(ofAgency('booking.coupon-campaign', 'booking.coupon.read')),
  ...['order', 'allotment-taking', 'agent-price-list', 'commission', 'credit-limit'].map((noun) =>
    named(ofBranch(`booking.${noun}`, `booking.${noun}.read`)),
  ),
  named({
    ...ofBranch('booking.quotation', 'booking.quotation.read'),
    own: 'booking.own-quotation.read',
    toldToOwn: onceSent,
  }),
  named({
    ...ofBranch('booking.quotation-request', 'booking.quotation-request.read'),
    own: 'booking.own-quotation.read',
  }),
  named({
    ...ofBranch('booking.waiting-entry', 'booking.waiting-list.read'),
    own: 'booking.own-waiting-list.read',
  }),
  ...['customer', 'traveller', 'document', 'bank-account'].map((noun) =>
    named(ofBranch(`crm.${noun}`, `crm.${noun}.read`)),
  ),
  named({ ...ofBranch('crm.survey', 'crm.survey.read'), own: 'crm.own-survey.read' }),
  named(ofAgency('itinerary.plan', 'itinerary.plan.read')),
  ...['request', 'contract', 'operations-sheet', 'archive-file'].map((noun) =>
    named(ofBranch(`itinerary.${noun}`, `itinerary.${noun}.read`)),
  ),
  named({
    ...ofBranch('itinerary.plan-proposal', 'itinerary.plan-proposal.read'),
    own: 'itinerary.own-plan.read',
  }),
  ...['payment', 'refund', 'compensation', 'invoice'].map((noun) =>
    named({ ...ofBranch(`finance.${noun}`, `finance.${noun}.read`), own: 'finance.own-money.read' }),
  ),
  ...['supplier-cost', 'group-settlement'].map((noun) =>
    named(ofBranch(`finance.${noun}`, `finance.${noun}.read`)),
  ),
  named(ofBranch('identity.user', 'identity.user.read')),
  named(ofBranch('identity.incident', 'identity.incident.read')),
  named(ofBranch('notifications.delivery', 'notifications.delivery.read')),
  named(ofAgency('notifications.template', 'notifications.template.read')),
  [
    'notifications.inbox',
    {
      ...{ stream: 'notifications.inbox-item', permission: 'notifications.inbox.read' },
      ...{ of: 'addressee', hinted: true },
    },
  ],
]);

function named(watched: Watched): [string, Watched] {
  return [watched.stream, watched];
}
