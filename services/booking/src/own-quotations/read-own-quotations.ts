import { query, requestErrors, type UnitOfWork } from '@yitu/persistence';
import { Id, Next, page, pageOf, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import type { Print } from '@yitu/documents';
import { layoutQuotation } from '../quotations/print-quotation/layout.ts';
import { sheetOfRevision } from '../quotations/print-quotation/print-quotation.ts';
import { QuotationRevision } from '../quotations/quotation.ts';
import { ofRevision } from '../quotations/read-quotations.ts';
import { ownCustomerId } from '../portal/own-customer.ts';
import {
  OwnContent,
  ownContent,
  OwnQuotation,
  OwnQuotationDetail,
  ownQuotationView,
  sentView,
  type QuotationRow,
  type SentRow,
} from './own-quotation.ts';

/** What stands of a revision that was sent beside its content. */
const sentColumns = `sending.revision, to_char(sending.sent_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "sentAt", total::text, currency,
  content->>'validUntil' as "validUntil"`;

/** The caller's quotations, each with the last revision that was sent. */
const quotationsSent = `select q.id, q.number, q.state, q.order_id as "orderId", q.version, last.*
  from booking.quotations q join lateral (
    select ${sentColumns}, revision.departure_id as "departureId"
    from booking.quotation_sendings sending join booking.quotation_revisions revision using (agency_id, quotation_id, revision)
    where sending.agency_id = q.agency_id and sending.quotation_id = q.id order by sending.revision desc limit 1
  ) last on true
  where q.agency_id = ? and q.customer_id = ?`;

/** @throws request/not-found where nothing of it was sent to the caller */
export async function ownQuotation(uow: UnitOfWork, quotationId: string): Promise<QuotationRow> {
  const [row] = await uow.rows<QuotationRow>(`${quotationsSent} and q.id = ?`, [
    uow.agencyId,
    await ownCustomerId(uow),
    quotationId,
  ]);
  if (!row) throw requestErrors.notFound();
  return row;
}

const Query = Type.Object({ ...page });

const listOwn = query(
  { permission: 'booking.own-quotation.read' },
  async (uow, { limit, after }: Static<typeof Query>) => {
    const rows = await uow.rows<QuotationRow>(
      `${quotationsSent} and (?::uuid is null or q.id < ?::uuid) order by q.id desc limit ?`,
      [uow.agencyId, await ownCustomerId(uow), after ?? null, after ?? null, limit + 1],
    );
    const { items, next } = pageOf(rows, limit);
    return { quotations: items.map(ownQuotationView), next };
  },
);

const getOwn = query(
  { permission: 'booking.own-quotation.read', oneState: true },
  async (uow, id: string) => {
    const quotation = await ownQuotation(uow, id);
    const { revision } = quotation;
    const { content } = await uow.get(QuotationRevision, { quotationId: id, revision });
    const sent = await uow.rows<SentRow>(
      `select ${sentColumns} from booking.quotation_sendings sending join booking.quotation_revisions revision using (agency_id, quotation_id, revision)
     where sending.agency_id = ? and sending.quotation_id = ? order by sending.revision desc`,
      [uow.agencyId, id],
    );
    return {
      ...ownQuotationView(quotation),
      content: ownContent(revision, content),
      revisions: sent.map(sentView),
    };
  },
);

const Named = Type.Object(ofRevision);

/** @throws request/not-found for a revision that was never sent */
async function checkSent(uow: UnitOfWork, { quotationId, revision }: Static<typeof Named>): Promise<void> {
  await ownQuotation(uow, quotationId);
  const sent = await uow.rows(
    'select from booking.quotation_sendings where agency_id = ? and quotation_id = ? and revision = ?',
    [uow.agencyId, quotationId, revision],
  );
  if (sent.length === 0) throw requestErrors.notFound();
}

const getRevision = query(
  { permission: 'booking.own-quotation.read', oneState: true },
  async (uow, named: Static<typeof Named>) => {
    await checkSent(uow, named);
    return ownContent(named.revision, (await uow.get(QuotationRevision, named)).content);
  },
);

const sheetOfOwn = query(
  { permission: 'booking.own-quotation.read', oneState: true },
  async (uow, named: Static<typeof Named>) => {
    await checkSent(uow, named);
    return sheetOfRevision(uow, named, false);
  },
);

export const readOwnQuotationRoutes = (print: Print) => [
  route({
    method: 'GET',
    path: '/v1/own-quotations',
    summary: 'The quotations that were sent to one, newest first',
    access: 'booking.own-quotation.read',
    query: Query,
    result: Type.Object({ quotations: Type.Array(OwnQuotation), next: Next }),
    handle: (call, { query: asked }) => listOwn(call, asked),
  }),
  route({
    method: 'GET',
    path: '/v1/own-quotations/:quotationId',
    summary: 'One quotation with its last revision, and which were sent before',
    access: 'booking.own-quotation.read',
    params: Type.Object({ quotationId: Id }),
    result: OwnQuotationDetail,
    handle: (call, { params }) => getOwn(call, params.quotationId),
  }),
  route({
    method: 'GET',
    path: '/v1/own-quotations/:quotationId/revisions/:revision',
    summary: 'What a quotation said in a revision that was sent',
    access: 'booking.own-quotation.read',
    params: Named,
    result: OwnContent,
    handle: (call, { params }) => getRevision(call, params),
  }),
  route({
    method: 'GET',
    path: '/v1/own-quotations/:quotationId/revisions/:revision/document',
    summary: 'A revision that was sent, as PDF',
    access: 'booking.own-quotation.read',
    params: Named,
    query: Type.Object({ language: Type.Enum(['zh', 'en'], { default: 'zh' }) }),
    result: Type.Unsafe<Uint8Array>(Type.String({ format: 'binary' })),
    mediaType: 'application/pdf',
    handle: async (call, { params, query: { language } }) =>
      // Read first, then set: no connection waits while the page is made.
      Buffer.from(await print(layoutQuotation(await sheetOfOwn(call, params), language))),
  }),
];
