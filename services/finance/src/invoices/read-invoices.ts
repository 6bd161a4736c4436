import { query } from '@yitu/persistence';
import { Id, Next, page, pageOf, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { Invoice, invoiceView, InvoiceView } from './invoice.ts';

const Query = Type.Object({
  ...page,
  orderId: Type.Optional(Id),
  branchId: Type.Optional(Id),
  number: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
});

const listInvoices = query(
  { permission: 'finance.invoice.read' },
  async (uow, { limit, after, ...filters }: Static<typeof Query>) => {
    const given = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
    const where = { agencyId: uow.agencyId, ...given, ...(after && { id: { $lt: after } }) };
    const rows = await uow.em.find(Invoice, where, { orderBy: { id: 'desc' }, limit: limit + 1 });
    const { items, next } = pageOf(rows, limit);
    return { invoices: items.map(invoiceView), next };
  },
);

const getInvoice = query({ permission: 'finance.invoice.read' }, async (uow, id: string) =>
  invoiceView(await uow.get(Invoice, id)),
);

export const readInvoiceRoutes = () => [
  route({
    method: 'GET',
    path: '/v1/invoices',
    summary: 'Invoices within reach, newest first',
    access: 'finance.invoice.read',
    query: Query,
    result: Type.Object({ invoices: Type.Array(InvoiceView), next: Next }),
    handle: (call, { query: input }) => listInvoices(call, input),
  }),
  route({
    method: 'GET',
    path: '/v1/invoices/:invoiceId',
    summary: 'One invoice',
    access: 'finance.invoice.read',
    params: Type.Object({ invoiceId: Id }),
    result: InvoiceView,
    handle: (call, { params }) => getInvoice(call, params.invoiceId),
  }),
];
