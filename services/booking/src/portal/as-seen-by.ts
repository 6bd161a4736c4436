import type { Member, Person } from '@yitu/access';
import type { OrderView } from '../orders/order.ts';
import type { Static } from 'typebox';

/** Whether somebody has a customer's account, whatever their roles. */
export const isCustomer = (member: Member): member is Person =>
  member.kind === 'person' && member.account === 'customer';

/** An order as this reader may see it: customers are shown no notes of the staff, and nobody's part in the review. */
export function asSeenBy<View extends Static<typeof OrderView>>(member: Member, view: View): View {
  if (!isCustomer(member)) return view;
  const theirs = view.authorId === member.userId;
  return { ...view, reviewerId: null, ...(!theirs && { note: '', returnReason: null }) };
}
