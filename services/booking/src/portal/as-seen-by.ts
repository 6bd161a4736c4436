import type { Member } from '@yitu/access';
import type { OrderView } from '../orders/order.ts';
import type { Static } from 'typebox';

/** An order as this reader may see it: customers are shown no notes of the staff, and nobody's part in the review. */
export function asSeenBy<View extends Static<typeof OrderView>>(member: Member, view: View): View {
  if (member.kind !== 'person' || member.account !== 'customer') return view;
  const theirs = view.authorId === member.userId;
  return { ...view, reviewerId: null, ...(!theirs && { note: '', returnReason: null }) };
}
