import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { command, InstantType, query, type UnitOfWork } from '@yitu/persistence';
import { Currency, Id, LocalDate, MoneyText, Next, page, pageOf, route, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { supplierErrors } from './errors.ts';
import { Supplier } from './supplier.ts';

const units = ['room-night', 'person', 'person-day', 'group', 'day', 'trip', 'ticket', 'meal'] as const;

/** What a service of a supplier costs the agency from a day to a day, both included. Never changed; ended by removal. */
export const SupplierRate = defineEntity({
  name: 'SupplierRate',
  tableName: 'supplier_rates',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    supplierId: p.uuid(),
    service: p.text(),
    unit: p.string().$type<(typeof units)[number]>(),
    validFrom: p.date(),
    validTo: p.date(),
    currency: p.string(),
    amount: p.bigint(),
    minimumUnits: p.integer(),
    createdAt: p.type(InstantType),
  },
});

export type SupplierRate = InferEntity<typeof SupplierRate>;

export const Service = Type.String({
  minLength: 1,
  maxLength: 100,
  description: 'What is bought, e.g. 双床房',
});

const rateFields = {
  service: Service,
  unit: Type.Enum([...units]),
  validFrom: LocalDate,
  validTo: LocalDate,
  minimumUnits: Type.Integer({ minimum: 1, maximum: 10_000, default: 1, description: 'Such as nights' }),
};

const NewRate = Type.Object({
  ...rateFields,
  currency: Currency,
  amount: Type.String({ pattern: '^[0-9]{1,15}$', description: 'Minor units for one unit' }),
});

const RateView = Type.Object(
  { id: Id, supplierId: Id, ...rateFields, amount: MoneyText, supplierVersion: Type.Optional(Version) },
  { title: 'SupplierRate' },
);

const rateView = (rate: SupplierRate): Static<typeof RateView> => {
  const { id, supplierId, service, unit, validFrom, validTo, minimumUnits, amount, currency } = rate;
  return {
    ...{ id, supplierId, service, unit, validFrom, validTo, minimumUnits },
    amount: { amount: amount.toString(), currency },
  };
};

type SetRate = Static<typeof NewRate> & { readonly supplierId: string };

const setRate = command({ permission: 'booking.supplier-rate.set' }, async (uow, input: SetRate) => {
  const { supplierId, validFrom, validTo } = input;
  if (validTo < validFrom) {
    const message = { zh: '不能早于开始日期', en: 'must not be before the first day' };
    throw supplierErrors.rateDatesReversed({ fields: [{ field: '/body/validTo', rule: 'order', message }] });
  }
  const supplier = await uow.lock(Supplier, supplierId);
  const { agencyId, now: createdAt } = uow;
  const amount = BigInt(input.amount);
  const rate = uow.add(uow.em.create(SupplierRate, { agencyId, id: newId(), ...input, amount, createdAt }));
  const { id: rateId, service, unit } = rate;
  uow.publish(supplier, events.supplierRateSet, { supplierId, rateId, service, unit, validFrom, validTo });
  return { ...rateView(rate), supplierVersion: supplier.version };
});

const endRate = command(
  { permission: 'booking.supplier-rate.set' },
  async (uow, { supplierId, rateId }: { supplierId: string; rateId: string }) => {
    const supplier = await uow.lock(Supplier, supplierId);
    const rate = await uow.get(SupplierRate, { id: rateId, supplierId });
    uow.em.remove(rate);
    uow.publish(supplier, events.supplierRateEnded, { supplierId, rateId, service: rate.service });
    return { ...rateView(rate), supplierVersion: supplier.version };
  },
);

const Query = Type.Object({ ...page, on: Type.Optional(LocalDate), service: Type.Optional(Service) });

const listRates = query(
  { permission: 'booking.supplier-rate.read', oneState: true },
  async (uow, { supplierId, limit, after, on, service }: Static<typeof Query> & { supplierId: string }) => {
    await uow.get(Supplier, supplierId);
    const where = {
      ...{ agencyId: uow.agencyId, supplierId },
      ...(after && { id: { $lt: after } }),
      ...(service && { service }),
      ...(on && { validFrom: { $lte: on }, validTo: { $gte: on } }),
    };
    const rows = await uow.em.find(SupplierRate, where, { orderBy: { id: 'desc' }, limit: limit + 1 });
    const { items, next } = pageOf(rows, limit);
    return { rates: items.map(rateView), next };
  },
);

/** What a line of a quotation is to be bought by. */
export interface Wanted {
  readonly supplierId: string;
  readonly service: string;
  readonly on: string;
}

/**
 * The net rate of a supplier's service on a day, on which its contract must be in force.
 * @param field JSON pointer of what names it @throws booking/no-such-supplier, supplier-blocked, supplier-contract-over, no-net-rate, net-rate-does-not-fit
 */
export async function netRateOn(
  uow: UnitOfWork,
  { supplierId, service, on }: Wanted,
  { currency, count, field }: { readonly currency: string; readonly count: number; readonly field: string },
): Promise<SupplierRate> {
  const [supplier] = await uow.find(Supplier, { id: supplierId });
  if (!supplier) throw supplierErrors.noSuchSupplier();
  if (supplier.state === 'blocked') throw supplierErrors.supplierBlocked();
  const { contractUntil } = supplier;
  if (contractUntil && on > contractUntil) throw supplierErrors.supplierContractOver({ date: contractUntil });
  const [rate] = await uow.find(SupplierRate, {
    ...{ supplierId, service, validFrom: { $lte: on }, validTo: { $gte: on } },
  });
  if (!rate) throw supplierErrors.noNetRate({ service, date: on });
  const refuse = (rule: string, zh: string, en: string) =>
    supplierErrors.netRateDoesNotFit({ fields: [{ field, rule, message: { zh, en } }] });
  if (rate.currency !== currency) throw refuse('currency', '币种与报价不同', 'is in another currency');
  if (count < rate.minimumUnits) throw refuse('minimum-units', '少于最低数量', 'asks for more units');
  return rate;
}

const params = Type.Object({ supplierId: Id });

export const rateRoutes = () => [
  route({
    method: 'POST',
    path: '/v1/suppliers/:supplierId/rates',
    summary: 'Set what a service costs the agency from a day to a day',
    access: 'booking.supplier-rate.set',
    params,
    body: NewRate,
    result: RateView,
    status: 201,
    handle: (call, { params: { supplierId }, body }) => setRate(call, { ...body, supplierId }),
  }),
  route({
    method: 'DELETE',
    path: '/v1/suppliers/:supplierId/rates/:rateId',
    summary: 'End a net rate; what was quoted by it stays',
    access: 'booking.supplier-rate.set',
    params: Type.Object({ supplierId: Id, rateId: Id }),
    result: RateView,
    handle: (call, { params: named }) => endRate(call, named),
  }),
  route({
    method: 'GET',
    path: '/v1/suppliers/:supplierId/rates',
    summary: 'Net rates of a supplier, newest first',
    access: 'booking.supplier-rate.read',
    params,
    query: Query,
    result: Type.Object({ rates: Type.Array(RateView), next: Next }),
    handle: (call, { params: { supplierId }, query: input }) => listRates(call, { ...input, supplierId }),
  }),
];
