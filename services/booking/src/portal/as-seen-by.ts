import type { Member } from '@yitu/access';
import type { OrderView } from '../orders/order.ts';
import type { Static } from 'typebox';

/** Whether somebody is no member of staff but buys for themselves. */
export const isCustomer = (member: Member): boolean =>
  member.kind === 'person' && member.account === 'customer';

/** An order as this reader may see it: customers are shown no notes of the staff, and nobody's part in the review. */
export function asSeenBy<View extends Static<typeof OrderView>>(member: Member, view: View): View {
  if (member.kind !== 'person' || !isCustomer(member)) return view;
  const theirs = view.authorId === member.userId;
  return { ...view, reviewerId: null, ...(!theirs && { note: '', returnReason: null }) };
}
