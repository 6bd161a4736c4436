import { query, type UnitOfWork } from '@yitu/persistence';
import { Id, Next, page, pageOf, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { ContactView, maskedContact } from './contacts.ts';
import { Supplier, SupplierContact, SupplierKind, SupplierView, supplierView } from './supplier.ts';

const Query = Type.Object({
  ...page,
  kind: Type.Optional(SupplierKind),
  country: Type.Optional(Type.String({ pattern: '^[A-Z]{2}$' })),
  city: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
  state: Type.Optional(Type.Enum(['active', 'blocked'])),
  name: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 200,
      pattern: '\\S',
      description: 'A part of it, in any language',
    }),
  ),
});

/** Suppliers with a part of their name in some language: one agency has so few that they are all looked at. */
async function idsByName(uow: UnitOfWork, name: string): Promise<string[]> {
  const rows = await uow.rows<{ id: string }>(
    `select id from booking.suppliers where agency_id = ? and exists (
       select from jsonb_each_text(name) as said where position(lower(?) in lower(said.value)) > 0
     )`,
    [uow.agencyId, name.trim()],
  );
  return rows.map(({ id }) => id);
}

const listSuppliers = query(
  { permission: 'booking.supplier.read' },
  async (uow, { limit, after, name, ...filters }: Static<typeof Query>) => {
    const given = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
    const within = {
      ...(after && { $lt: after }),
      ...(name !== undefined && { $in: await idsByName(uow, name) }),
    };
    const where = { agencyId: uow.agencyId, ...given, ...((after ?? name) && { id: within }) };
    const rows = await uow.em.find(Supplier, where, { orderBy: { id: 'desc' }, limit: limit + 1 });
    const { items, next } = pageOf(rows, limit);
    return { suppliers: items.map(supplierView), next };
  },
);

const SupplierDetail = Type.Object(
  {
    ...SupplierView.properties,
    contacts: Type.Array(ContactView, { description: 'Masked' }),
  },
  { title: 'SupplierDetail' },
);

const getSupplier = query(
  { permission: 'booking.supplier.read', oneState: true },
  async (uow, id: string) => {
    const supplier = await uow.get(Supplier, id);
    const contacts = await uow.find(SupplierContact, { supplierId: id });
    return { ...supplierView(supplier), contacts: contacts.map(maskedContact) };
  },
);

export const readSupplierRoutes = () => [
  route({
    method: 'GET',
    path: '/v1/suppliers',
    summary: 'Suppliers, newest first',
    access: 'booking.supplier.read',
    query: Query,
    result: Type.Object({ suppliers: Type.Array(SupplierView), next: Next }),
    handle: (call, { query: input }) => listSuppliers(call, input),
  }),
  route({
    method: 'GET',
    path: '/v1/suppliers/:supplierId',
    summary: 'One supplier with the people to talk to, masked',
    access: 'booking.supplier.read',
    params: Type.Object({ supplierId: Id }),
    result: SupplierDetail,
    handle: (call, { params }) => getSupplier(call, params.supplierId),
  }),
];
