import { events } from '@yitu/contracts';
import { agencyToday } from '@yitu/directory';
import { newId } from '@yitu/kernel';
import { command, type UnitOfWork } from '@yitu/persistence';
import { Currency, Id, LocalDate, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { errors } from '../errors.ts';
import { lockOwnCustomer, ownCustomerId } from '../portal/own-customer.ts';
import { portalRulesInForce } from '../portal/portal-rules.ts';
import { checkAsked, checkOpen, type Asked } from './decide.ts';
import { askingErrors } from './errors.ts';
import { OwnRequestView, ownRequestView, QuotationRequest } from './quotation-request.ts';

/** A customer asks to be quoted; so many may be open at once as the portal's rules say. */
const ask = command({ permission: 'booking.own-quotation.request' }, async (uow, asked: Asked) => {
  const { productId, departureId } = await wantedOf(uow, asked);
  const { customerId, branchId } = await lockOwnCustomer(uow);
  checkAsked(asked, await agencyToday(uow));
  const { openRequests } = await portalRulesInForce(uow);
  checkOpen(await openOf(uow, customerId), openRequests);
  const { travellers, from = null, until = null, budget, words } = asked;
  const { agencyId, userId: authorId, now: createdAt } = uow;
  const request = uow.add(
    uow.em.create(QuotationRequest, {
      ...{ agencyId, id: newId(), branchId, authorId, customerId, productId, departureId, travellers, words },
      ...{ fromDate: from, untilDate: until, currency: budget?.currency ?? null },
      ...{ budget: budget ? BigInt(budget.amount) : null, state: 'open', declineReason: null },
      ...{ quotationId: null, version: 0, createdAt },
    }),
  );
  const { id: requestId } = request;
  uow.publish(request, events.quotationRequestMade, {
    ...{ requestId, branchId, customerId, authorId, travellers, from: from ?? '', until: until ?? '' },
    ...{ productId: productId ?? '', departureId: departureId ?? '' },
    budget: budget && { amount: BigInt(budget.amount), currency: budget.currency },
  });
  return ownRequestView(request, new Set());
});

async function openOf(uow: UnitOfWork, customerId: string): Promise<number> {
  const [row] = await uow.rows<{ open: number }>(
    `select count(*)::integer as open from booking.quotation_requests where agency_id = ? and customer_id = ? and state = 'open'`,
    [uow.agencyId, customerId],
  );
  return row?.open ?? 0;
}

interface Wanted {
  readonly productId: string | null;
  readonly departureId: string | null;
}

/** Product and departure as customers may buy them; a departure says its product. @throws booking/no-such-product, no-such-departure */
async function wantedOf(uow: UnitOfWork, { productId, departureId }: Asked): Promise<Wanted> {
  if (departureId !== undefined) {
    const [departure] = await uow.rows<{ productId: string }>(
      `select product_id as "productId" from booking.departures d
       where agency_id = ? and id = ? and state in ('open', 'guaranteed') and (departs_on - cut_off_days + 1)::timestamp at time zone time_zone > ?
         and exists (select from booking.products where agency_id = d.agency_id and id = d.product_id and state = 'published')`,
      [uow.agencyId, departureId, uow.now.toString()],
    );
    const fits = departure && (productId === undefined || productId === departure.productId);
    if (!fits) throw errors.noSuchDeparture({ fields: [onOffer('/body/departureId')] });
    return { productId: departure.productId, departureId };
  }
  if (productId === undefined) return { productId: null, departureId: null };
  const published = await uow.rows(
    `select from booking.products where agency_id = ? and id = ? and state = 'published'`,
    [uow.agencyId, productId],
  );
  if (published.length === 0) throw errors.noSuchProduct({ fields: [onOffer('/body/productId')] });
  return { productId, departureId: null };
}

const onOffer = (field: string) => ({
  field,
  rule: 'on-offer',
  message: { zh: '须为在售的产品或团期', en: 'must be on offer' },
});

interface Named {
  readonly requestId: string;
  readonly version: number;
}

const withdraw = command(
  { permission: 'booking.own-quotation.request' },
  async (uow, { requestId, version }: Named) => {
    const customerId = await ownCustomerId(uow);
    const request = await uow.lock(QuotationRequest, { id: requestId, customerId }, version);
    const { state, branchId } = request;
    if (state !== 'open') throw askingErrors.requestState({ state });
    request.state = 'withdrawn';
    uow.publish(request, events.quotationRequestWithdrawn, { requestId, branchId, customerId });
    return ownRequestView(request, new Set());
  },
);

export const askForQuotationRoutes = () => [
  route({
    method: 'POST',
    path: '/v1/own-quotation-requests',
    summary: 'Ask for a quotation: of a product, of one of its dates, or in words',
    access: 'booking.own-quotation.request',
    body: Type.Object({
      productId: Type.Optional(Id),
      departureId: Type.Optional(Id),
      travellers: Type.Integer({ minimum: 1, maximum: 500 }),
      from: Type.Optional({ ...LocalDate, description: 'The earliest day of departure' }),
      until: Type.Optional({ ...LocalDate, description: 'The latest' }),
      budget: Type.Optional(
        Type.Object({
          amount: Type.String({ pattern: '^[1-9][0-9]{0,14}$', description: 'Minor units, for all of it' }),
          currency: Currency,
        }),
      ),
      words: Type.String({ maxLength: 2_000, default: '' }),
    }),
    result: OwnRequestView,
    status: 201,
    handle: (call, { body }) => ask(call, body),
  }),
  route({
    method: 'DELETE',
    path: '/v1/own-quotation-requests/:quotationRequestId',
    summary: 'Take back a request for a quotation that nobody has answered',
    access: 'booking.own-quotation.request',
    params: Type.Object({ quotationRequestId: Id }),
    result: OwnRequestView,
    versioned: true,
    handle: (call, { params: { quotationRequestId: requestId }, version }) =>
      withdraw(call, { requestId, version }),
  }),
];
