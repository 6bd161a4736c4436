import { reachOf } from '@yitu/access';
import { query, type UnitOfWork } from '@yitu/persistence';
import { Id, Next, page, pageOf, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { currentOf } from './offer-quotation.ts';
import { Quotation, QuotationRevision, quotationStates, QuotationView, quotationView } from './quotation.ts';
import { QuotationDetail, quotationDetail, RevisionView, revisionView } from './revision-view.ts';

const Query = Type.Object({
  ...page,
  customerId: Type.Optional(Id),
  state: Type.Optional(Type.Enum([...quotationStates])),
  orderId: Type.Optional(Id),
  approval: Type.Optional(
    Type.Enum(['needed', 'unclear'], {
      description:
        'Drafts that still hold and nobody has approved: below cost or with more off than the rules allow; or, for who sees costs, of which not all costs are known',
    }),
  ),
});

const conditions = {
  needed: '(revision.below_cost or revision.over_discount_limit)',
  unclear: `not revision.below_cost and not revision.over_discount_limit and revision.content ->> 'costComplete' = 'false'`,
};

/** Drafts that still hold and nobody has approved, and that need it, or might. */
async function idsToApprove(uow: UnitOfWork, which: keyof typeof conditions): Promise<string[]> {
  if (which === 'unclear' && !reachOf(uow.member, 'booking.quotation-cost.read')) return [];
  const rows = await uow.rows<{ id: string }>(
    `select q.id from booking.quotations q
     join booking.quotation_revisions revision
       on revision.agency_id = q.agency_id and revision.quotation_id = q.id and revision.revision = q.revision
     where q.agency_id = ? and q.state = 'draft' and q.approved_revision is distinct from q.revision
       and q.expires_at > ? and ${conditions[which]}`,
    [uow.agencyId, uow.now.toString()],
  );
  return rows.map(({ id }) => id);
}

const listQuotations = query(
  { permission: 'booking.quotation.read' },
  async (uow, { limit, after, approval: which, ...filters }: Static<typeof Query>) => {
    const given = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
    const within = { ...(after && { $lt: after }), ...(which && { $in: await idsToApprove(uow, which) }) };
    const where = { agencyId: uow.agencyId, ...given, ...((after ?? which) && { id: within }) };
    const rows = await uow.em.find(Quotation, where, { orderBy: { id: 'desc' }, limit: limit + 1 });
    const { items, next } = pageOf(rows, limit);
    return { quotations: items.map(quotationView), next };
  },
);

const getQuotation = query(
  { permission: 'booking.quotation.read', oneState: true },
  async (uow, id: string) => {
    const quotation = await uow.get(Quotation, id);
    return quotationDetail(uow.member, quotation, await currentOf(uow, quotation));
  },
);

export const ofRevision = { quotationId: Id, revision: Type.Integer({ minimum: 1, maximum: 1_000_000 }) };
const Named = Type.Object(ofRevision);

const getRevision = query(
  { permission: 'booking.quotation.read' },
  async (uow, named: Static<typeof Named>) =>
    revisionView(uow.member, await uow.get(QuotationRevision, named)),
);

export const readQuotationRoutes = () => [
  route({
    method: 'GET',
    path: '/v1/quotations',
    summary: 'Quotations within reach, newest first',
    access: 'booking.quotation.read',
    query: Query,
    result: Type.Object({ quotations: Type.Array(QuotationView), next: Next }),
    handle: (call, { query: input }) => listQuotations(call, input),
  }),
  route({
    method: 'GET',
    path: '/v1/quotations/:quotationId',
    summary: 'One quotation with the revision that counts',
    access: 'booking.quotation.read',
    params: Type.Object({ quotationId: Id }),
    result: QuotationDetail,
    handle: (call, { params }) => getQuotation(call, params.quotationId),
  }),
  route({
    method: 'GET',
    path: '/v1/quotations/:quotationId/revisions/:revision',
    summary: 'What a quotation said in one of its revisions',
    access: 'booking.quotation.read',
    params: Named,
    result: RevisionView,
    handle: (call, { params }) => getRevision(call, params),
  }),
];
