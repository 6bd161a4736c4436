import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { command } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { supplierErrors } from './errors.ts';
import { Supplier, supplierFields, SupplierView, supplierView } from './supplier.ts';

const Fields = Type.Object(supplierFields);
type Fields = Static<typeof Fields>;
type Named = { readonly supplierId: string; readonly version: number };

const columnsOf = ({ contractUntil, ...fields }: Fields) => ({
  ...fields,
  contractUntil: contractUntil ?? null,
});

const told = ({ id: supplierId, kind, name, country, city }: Supplier) => ({
  ...{ supplierId, kind, name, country, city },
});

const enter = command({ permission: 'booking.supplier.enter' }, (uow, fields: Fields) => {
  const { agencyId, now: createdAt } = uow;
  const supplier = uow.add(
    uow.em.create(Supplier, {
      ...{ agencyId, id: newId(), ...columnsOf(fields), state: 'active', blockReason: null },
      ...{ ratingSum: 0, ratingCount: 0, version: 0, createdAt },
    }),
  );
  uow.publish(supplier, events.supplierEntered, told(supplier));
  return Promise.resolve(supplierView(supplier));
});

const change = command(
  { permission: 'booking.supplier.change' },
  async (uow, { supplierId, version, ...fields }: Fields & Named) => {
    const supplier = await uow.lock(Supplier, supplierId, version);
    Object.assign(supplier, columnsOf(fields));
    uow.publish(supplier, events.supplierChanged, told(supplier));
    return supplierView(supplier);
  },
);

const block = command(
  { permission: 'booking.supplier.block' },
  async (uow, { supplierId, version, reason }: Named & { reason: string | null }) => {
    const supplier = await uow.lock(Supplier, supplierId, version);
    const state = reason === null ? 'active' : 'blocked';
    if (supplier.state === state) throw supplierErrors.supplierState({ state });
    Object.assign(supplier, { state, blockReason: reason });
    uow.publish(supplier, reason === null ? events.supplierUnblocked : events.supplierBlocked, {
      supplierId,
    });
    return supplierView(supplier);
  },
);

const params = Type.Object({ supplierId: Id });

export const enterSupplierRoutes = () => [
  route({
    method: 'POST',
    path: '/v1/suppliers',
    summary: 'Enter a supplier',
    access: 'booking.supplier.enter',
    body: Fields,
    result: SupplierView,
    status: 201,
    handle: (call, { body }) => enter(call, body),
  }),
  route({
    method: 'PUT',
    path: '/v1/suppliers/:supplierId',
    summary: 'Change what is known of a supplier',
    access: 'booking.supplier.change',
    params,
    body: Fields,
    result: SupplierView,
    versioned: true,
    handle: (call, { params: { supplierId }, body, version }) =>
      change(call, { ...body, supplierId, version }),
  }),
  route({
    method: 'POST',
    path: '/v1/suppliers/:supplierId/blocking',
    summary: 'Block a supplier: nothing new is bought there',
    access: 'booking.supplier.block',
    params,
    body: Type.Object({ reason: Type.String({ minLength: 3, maxLength: 1_000 }) }),
    result: SupplierView,
    versioned: true,
    handle: (call, { params: { supplierId }, body: { reason }, version }) =>
      block(call, { supplierId, version, reason }),
  }),
  route({
    method: 'POST',
    path: '/v1/suppliers/:supplierId/unblocking',
    summary: 'Buy at a blocked supplier again',
    access: 'booking.supplier.block',
    params,
    result: SupplierView,
    versioned: true,
    handle: (call, { params: { supplierId }, version }) => block(call, { supplierId, version, reason: null }),
  }),
];
