import { requirePermission } from '@yitu/access';
import { events } from '@yitu/contracts';
import { agencyToday } from '@yitu/directory';
import { reaction } from '@yitu/messaging';
import { command, requestErrors, type UnitOfWork } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { giveBackOfQuotation, redeemCoupons } from '../coupons/redeem.ts';
import { quotationErrors } from './errors.ts';
import { Quotation, QuotationRevision, quotationView, QuotationView } from './quotation.ts';
import { quotationDetail, QuotationDetail, seesCost } from './revision-view.ts';

type Named = { readonly quotationId: string; readonly version: number };

const told = ({ id: quotationId, branchId, customerId, revision }: Quotation) => ({
  ...{ quotationId, branchId, customerId, revision },
});
const totalOf = ({ total: amount, currency }: Quotation) => ({ total: { amount, currency } });

/** The revision of a quotation that counts. */
export const currentOf = (
  uow: UnitOfWork,
  { id: quotationId, revision }: Quotation,
): Promise<QuotationRevision> => uow.get(QuotationRevision, { quotationId, revision });

/** @throws booking/quotation-over */
export function checkValid({ expiresAt, validUntil }: Quotation, now: Temporal.Instant): void {
  if (Temporal.Instant.compare(expiresAt, now) <= 0)
    throw quotationErrors.quotationOver({ date: validUntil });
}

/** @throws booking/quotation-state */
export function checkState(quotation: Quotation, wanted: Quotation['state']): void {
  if (quotation.state !== wanted) throw quotationErrors.quotationState({ state: quotation.state });
}

/** What of a revision somebody else has to agree to before it is sent. @throws booking/below-cost-needs-approval, discount-needs-approval */
function checkApproved(
  { revision, approvedRevision }: Quotation,
  { belowCost, overDiscountLimit, content }: QuotationRevision,
): void {
  if (approvedRevision === revision) return;
  if (belowCost) throw quotationErrors.belowCostNeedsApproval();
  const percent = (share = 0) => String(share / 100);
  if (overDiscountLimit)
    throw quotationErrors.discountNeedsApproval({
      ...{ taken: percent(content.takenWithoutCost), limit: percent(content.discountLimit) },
    });
}

/** Somebody else agrees to sell a draft below its cost, or with more off than the rules allow; whoever does sees the margin. */
const approveBelowCost = command(
  { permission: 'booking.quotation.approve' },
  async (uow, { quotationId, version }: Named) => {
    requirePermission(uow.member, 'booking.quotation-cost.read');
    const quotation = await uow.lock(Quotation, quotationId, version);
    const revision = await currentOf(uow, quotation);
    uow.requireOther(quotation.authorId, revision.draftedBy);
    if (!seesCost(uow.member, quotation)) throw requestErrors.outOfReach();
    checkState(quotation, 'draft');
    if (!revision.belowCost && !revision.overDiscountLimit) throw quotationErrors.notBelowCost();
    Object.assign(quotation, { approvedRevision: quotation.revision, approverId: uow.userId });
    uow.publish(quotation, events.quotationBelowCostApproved, { ...told(quotation), approverId: uow.userId });
    return quotationDetail(uow.member, quotation, revision);
  },
);

/** The customer has it from now on: its coupons are theirs, and it ends by itself. */
const sendQuotation = command(
  { permission: 'booking.quotation.send' },
  async (uow, { quotationId, version }: Named) => {
    const quotation = await uow.lock(Quotation, quotationId, version);
    checkState(quotation, 'draft');
    checkValid(quotation, uow.now);
    const current = await currentOf(uow, quotation);
    const { content } = current;
    const { revision, customerId, authorId, expiresAt } = quotation;
    checkApproved(quotation, current);
    const date = await agencyToday(uow);
    await redeemCoupons(uow, content.coupons, { customerId, date, by: { quotationId, revision } });
    quotation.state = 'sent';
    await noteSending(uow, quotation);
    const end = expiresAt.toString();
    uow.publish(quotation, events.quotationSent, {
      ...told(quotation),
      ...totalOf(quotation),
      ...{ authorId, expiresAt: end },
    });
    uow.publishLater(quotationId, events.quotationExpiryDue, { quotationId, expiresAt: end }, expiresAt);
    return quotationView(quotation);
  },
);

/** Which revision the customer has: what they may see. */
async function noteSending(uow: UnitOfWork, quotation: Quotation): Promise<void> {
  const { id, revision, branchId, authorId, customerId } = quotation;
  await uow.rows(
    `insert into booking.quotation_sendings (agency_id, quotation_id, revision, branch_id, author_id, customer_id, sent_at)
     values (?, ?, ?, ?, ?, ?, ?)`,
    [uow.agencyId, id, revision, branchId, authorId, customerId, uow.now.toString()],
  );
}

/** The customer accepts a locked quotation, whoever says so. @throws booking/quotation-state, quotation-over */
export function accept(uow: UnitOfWork, quotation: Quotation): void {
  checkState(quotation, 'sent');
  checkValid(quotation, uow.now);
  quotation.state = 'accepted';
  uow.publish(quotation, events.quotationAccepted, { ...told(quotation), ...totalOf(quotation) });
}

const acceptQuotation = command(
  { permission: 'booking.quotation.answer' },
  async (uow, { quotationId, version }: Named) => {
    const quotation = await uow.lock(Quotation, quotationId, version);
    accept(uow, quotation);
    return quotationView(quotation);
  },
);

/** The customer declines a locked quotation, whoever says so; its coupons can be used again. @throws booking/quotation-state */
export async function decline(uow: UnitOfWork, quotation: Quotation, reason: string): Promise<void> {
  checkState(quotation, 'sent');
  Object.assign(quotation, { state: 'declined', declineReason: reason });
  await giveBackOfQuotation(uow, quotation.id);
  uow.publish(quotation, events.quotationDeclined, told(quotation));
}

const declineQuotation = command(
  { permission: 'booking.quotation.answer' },
  async (uow, { quotationId, version, reason }: Named & { readonly reason: string }) => {
    const quotation = await uow.lock(Quotation, quotationId, version);
    await decline(uow, quotation, reason);
    return quotationView(quotation);
  },
);

/** The last day is over: what nobody has ordered by ends, exactly once, under its lock. A message for another day than the one that counts means nothing. */
export const onQuotationExpiryDue = reaction(
  events.quotationExpiryDue,
  async (uow, { quotationId, expiresAt }) => {
    const quotation = await uow.lock(Quotation, quotationId);
    const open = quotation.state === 'sent' || quotation.state === 'accepted';
    const meant = expiresAt !== undefined && quotation.expiresAt.equals(Temporal.Instant.from(expiresAt));
    if (!open || !meant) return;
    quotation.state = 'expired';
    await giveBackOfQuotation(uow, quotationId);
    uow.publish(quotation, events.quotationExpired, told(quotation));
  },
);

const params = Type.Object({ quotationId: Id });

export const offerQuotationRoutes = () => [
  route({
    method: 'POST',
    path: '/v1/quotations/:quotationId/below-cost-approval',
    summary:
      "Approve that somebody else's quotation is below cost, or has more taken off than the rules allow",
    access: 'booking.quotation.approve',
    params,
    result: QuotationDetail,
    versioned: true,
    fourEyes: true,
    handle: (call, { params: { quotationId }, version }) => approveBelowCost(call, { quotationId, version }),
  }),
  route({
    method: 'POST',
    path: '/v1/quotations/:quotationId/sending',
    summary: 'Send a quotation: its coupons are redeemed, it ends after its last day',
    access: 'booking.quotation.send',
    params,
    result: QuotationView,
    versioned: true,
    handle: (call, { params: { quotationId }, version }) => sendQuotation(call, { quotationId, version }),
  }),
  route({
    method: 'POST',
    path: '/v1/quotations/:quotationId/acceptance',
    summary: 'Record that the customer accepts; nothing of it changes any more',
    access: 'booking.quotation.answer',
    params,
    result: QuotationView,
    versioned: true,
    handle: (call, { params: { quotationId }, version }) => acceptQuotation(call, { quotationId, version }),
  }),
  route({
    method: 'POST',
    path: '/v1/quotations/:quotationId/declination',
    summary: 'Record that the customer declines, with the reason',
    access: 'booking.quotation.answer',
    params,
    body: Type.Object({ reason: Type.String({ minLength: 1, maxLength: 1_000 }) }),
    result: QuotationView,
    versioned: true,
    handle: (call, { params: { quotationId }, body: { reason }, version }) =>
      declineQuotation(call, { quotationId, version, reason }),
  }),
];
