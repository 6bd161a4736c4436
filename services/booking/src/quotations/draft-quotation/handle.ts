import { events } from '@yitu/contracts';
import { branchForNew, drawNumber } from '@yitu/directory';
import { newId } from '@yitu/kernel';
import { command, type Call, type UnitOfWork } from '@yitu/persistence';
import { giveBackOfQuotation } from '../../coupons/redeem.ts';
import type { CategoryOf } from '../../customers/customers.ts';
import { markQuoted, requestToQuote } from '../../quotation-requests/answer-request.ts';
import { quotationErrors } from '../errors.ts';
import { Quotation, QuotationRevision } from '../quotation.ts';
import { quotationDetail } from '../revision-view.ts';
import { compose, type Composed } from './compose.ts';
import type { Draft } from './draft.ts';

interface Asked {
  readonly categoryOf: CategoryOf;
  readonly call: Call;
}

type NewDraft = Draft & {
  readonly customerId: string;
  readonly branchId?: string | undefined;
  /** What the customer has asked for, which this answers. */
  readonly quotationRequestId?: string | undefined;
};

/** Drafts a quotation: its first revision. One that answers a request belongs to the branch the request is at, unless another one is named. */
export const draftQuotation = (categoryOf: CategoryOf) => (call: Call, input: NewDraft) =>
  draft(call, { ...input, categoryOf, call });

const draft = command(
  { permission: 'booking.quotation.write' },
  async (uow, { categoryOf, call, branchId: named, quotationRequestId, ...input }: NewDraft & Asked) => {
    const { customerId } = input;
    const request =
      quotationRequestId === undefined
        ? undefined
        : await requestToQuote(uow, quotationRequestId, customerId);
    const branchId = await branchForNew(uow, 'booking.quotation.write', named ?? request?.branchId);
    const customerCategory = await categoryOf(uow, call, { customerId, travellerIds: [] });
    const composed = await compose(uow, input, { customerId, customerCategory, branchId });
    const number = await drawNumber(uow, {
      branchId,
      series: 'quotation',
      year: composed.year,
      prefix: 'BJ',
    });
    const { agencyId, userId: authorId, now: createdAt } = uow;
    const quotation = uow.add(
      uow.em.create(Quotation, {
        ...{ agencyId, id: newId(), number, branchId, authorId, customerId, createdAt },
        ...{ state: 'draft', revision: 1, version: 0, ...saidBy(input, composed) },
        ...{ declineReason: null, orderId: null },
      }),
    );
    uow.publish(quotation, events.quotationDrafted, { ...told(quotation), number, authorId });
    const revision = await write(uow, quotation, composed);
    if (request) markQuoted(uow, request, quotation.id);
    return quotationDetail(uow.member, quotation, revision);
  },
);

interface Revision extends Draft {
  readonly quotationId: string;
  readonly version: number;
}

/** Writes the next revision of a quotation that nobody has accepted; the earlier ones stay as they were. */
export const reviseQuotation = (categoryOf: CategoryOf) => (call: Call, input: Revision) =>
  revise(call, { ...input, categoryOf, call });

const revise = command(
  { permission: 'booking.quotation.write' },
  async (uow, { categoryOf, call, quotationId, version, ...input }: Revision & Asked) => {
    const quotation = await uow.lock(Quotation, quotationId, version);
    const { state, customerId, branchId } = quotation;
    if (state === 'accepted' || state === 'ordered') throw quotationErrors.quotationState({ state });
    const customerCategory = await categoryOf(uow, call, { customerId, travellerIds: [] });
    // First: a coupon of the revision before can be used again by this one.
    if (state === 'sent') await giveBackOfQuotation(uow, quotationId);
    const composed = await compose(uow, input, { customerId, customerCategory, branchId });
    const revision = quotation.revision + 1;
    Object.assign(quotation, { state: 'draft', revision, declineReason: null, ...saidBy(input, composed) });
    uow.publish(quotation, events.quotationRevised, { ...told(quotation), wasSent: state !== 'draft' });
    return quotationDetail(uow.member, quotation, await write(uow, quotation, composed));
  },
);

/** What a quotation repeats of its newest revision; an approval is of the revision before. */
const saidBy = ({ departureId, validUntil }: Draft, { content, computed, expiresAt }: Composed) => ({
  ...{ departureId: departureId ?? null, validUntil, expiresAt },
  ...{ currency: content.currency, total: computed.total, approvedRevision: null, approverId: null },
});

const told = (quotation: Quotation) => {
  const {
    id: quotationId,
    branchId,
    customerId,
    revision,
    departureId,
    total,
    currency,
    validUntil,
  } = quotation;
  const amount = { amount: total, currency };
  return {
    quotationId,
    branchId,
    customerId,
    revision,
    departureId: departureId ?? '',
    total: amount,
    validUntil,
  };
};

async function write(
  uow: UnitOfWork,
  { agencyId, id: quotationId, revision, branchId, authorId, departureId = null }: Quotation,
  { content, computed }: Composed,
): Promise<QuotationRevision> {
  await uow.em.flush();
  return uow.add(
    uow.em.create(QuotationRevision, {
      ...{ agencyId, quotationId, revision, branchId, authorId, draftedBy: uow.userId, departureId, content },
      ...{ currency: content.currency, total: computed.total, cost: computed.cost },
      ...{ belowCost: computed.belowCost, overDiscountLimit: content.overDiscountLimit === true },
      createdAt: uow.now,
    }),
  );
}
