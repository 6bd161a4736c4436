import { newId, type MoneyJson } from '@yitu/kernel';
import { command, query } from '@yitu/persistence';
import { Id, MoneyText, Next, page, pageOf, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { errors } from '../errors.ts';
import { Order } from '../orders/order.ts';
import { supplierErrors } from '../suppliers/errors.ts';
import { Supplier } from '../suppliers/supplier.ts';
import { supplierLossErrors } from './errors.ts';
import { SupplierLoss, supplierLossView, SupplierLossView } from './supplier-loss.ts';

interface Recording {
  readonly orderId: string;
  readonly supplier: string;
  readonly supplierId?: string | undefined;
  readonly service: string;
  readonly cost: MoneyJson;
  readonly lost: MoneyJson;
  readonly proof: string;
}

/** @throws booking/currency-differs, booking/lost-exceeds-cost, booking/no-such-supplier */
const recordLoss = command(
  { permission: 'booking.supplier-loss.record' },
  async (uow, { orderId, cost, lost, supplierId, ...said }: Recording) => {
    const { branchId, authorId, currency } = await uow.get(Order, orderId);
    for (const given of [cost, lost])
      if (given.currency !== currency) throw errors.currencyDiffers({ currency });
    if (BigInt(lost.amount) > BigInt(cost.amount))
      throw supplierLossErrors.lostExceedsCost({ fields: [more] });
    if (supplierId !== undefined && (await uow.find(Supplier, { id: supplierId })).length === 0)
      throw supplierErrors.noSuchSupplier();
    const loss = uow.em.create(SupplierLoss, {
      ...{ agencyId: uow.agencyId, id: newId(), orderId, branchId, authorId, currency },
      ...{ ...said, supplierId: supplierId ?? null },
      ...{ cost: BigInt(cost.amount), lost: BigInt(lost.amount) },
      ...{ recordedBy: uow.userId, createdAt: uow.now, withdrawnAt: null },
    });
    return supplierLossView(uow.add(loss));
  },
);

const more = {
  field: '/body/lost',
  rule: 'at-most-cost',
  message: { zh: '不能多于成本', en: 'must not be more than the cost' },
};

const withdrawLoss = command(
  { permission: 'booking.supplier-loss.record' },
  async (uow, supplierLossId: string) => {
    const loss = await uow.lock(SupplierLoss, supplierLossId);
    loss.withdrawnAt ??= uow.now;
    return supplierLossView(loss);
  },
);

interface Listing {
  readonly orderId: string;
  readonly limit: number;
  readonly after?: string | undefined;
}

const listLosses = query(
  { permission: 'booking.supplier-loss.read' },
  async (uow, { orderId, limit, after }: Listing) => {
    await uow.get(Order, orderId);
    const where = {
      agencyId: uow.agencyId,
      orderId,
      withdrawnAt: null,
      ...(after && { id: { $gt: after } }),
    };
    const rows = await uow.em.find(SupplierLoss, where, { orderBy: { id: 'asc' }, limit: limit + 1 });
    const { items, next } = pageOf(rows, limit);
    return { supplierLosses: items.map(supplierLossView), next };
  },
);

const params = Type.Object({ orderId: Id });
const line = Type.String({ minLength: 1, maxLength: 200 });
const Amount = Type.Object({
  amount: Type.String({ pattern: '^[0-9]{1,15}$', description: 'Minor units, none below zero' }),
  currency: MoneyText.properties.currency,
});

export const supplierLossRoutes = () => [
  route({
    method: 'POST',
    path: '/v1/orders/:orderId/supplier-losses',
    summary: 'Note what a supplier charges for an order, and what of it is lost when the order is cancelled',
    access: 'booking.supplier-loss.record',
    params,
    body: Type.Object({
      ...{ supplier: line, service: line, cost: Amount, lost: Amount },
      supplierId: Type.Optional({ ...Id, description: 'Where it is one of the directory' }),
      proof: Type.String({
        ...{ maxLength: 1_000, default: '' },
        description:
          'What shows it: without, or of nobody in the directory, it does not count in force majeure',
      }),
    }),
    result: SupplierLossView,
    status: 201,
    handle: (call, { params: { orderId }, body }) => recordLoss(call, { ...body, orderId }),
  }),
  route({
    method: 'GET',
    path: '/v1/orders/:orderId/supplier-losses',
    summary: 'What suppliers charge for an order, and keep of it',
    access: 'booking.supplier-loss.read',
    params,
    query: Type.Object(page),
    result: Type.Object({ supplierLosses: Type.Array(SupplierLossView), next: Next }),
    handle: (call, { params: { orderId }, query: asked }) => listLosses(call, { ...asked, orderId }),
  }),
  route({
    method: 'DELETE',
    path: '/v1/supplier-losses/:supplierLossId',
    summary: 'Take back what was noted of a supplier',
    access: 'booking.supplier-loss.record',
    params: Type.Object({ supplierLossId: Id }),
    result: SupplierLossView,
    handle: (call, { params: { supplierLossId } }) => withdrawLoss(call, supplierLossId),
  }),
];
