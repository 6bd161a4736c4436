import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { events } from '@yitu/contracts';
import { newId, today } from '@yitu/kernel';
import { command, InstantType, query } from '@yitu/persistence';
import { Id, InstantText, Next, page, pageOf, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { Departure } from '../departures/departure.ts';
import { errors } from '../errors.ts';
import { supplierErrors } from './errors.ts';
import { Supplier, SupplierView, supplierView } from './supplier.ts';

/** What one of the staff thinks of a supplier after a trip; once a trip, never changed. */
export const SupplierRating = defineEntity({
  name: 'SupplierRating',
  tableName: 'supplier_ratings',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    supplierId: p.uuid(),
    departureId: p.uuid(),
    ratedBy: p.uuid(),
    score: p.integer(),
    reason: p.text(),
    createdAt: p.type(InstantType),
  },
});

type SupplierRating = InferEntity<typeof SupplierRating>;

const NewRating = Type.Object({
  departureId: Id,
  score: Type.Integer({ minimum: 1, maximum: 5 }),
  reason: Type.String({ minLength: 3, maxLength: 1_000 }),
});

const RatingView = Type.Object(
  { id: Id, supplierId: Id, ratedBy: Id, ...NewRating.properties, createdAt: InstantText },
  { title: 'SupplierRating' },
);

const ratingView = (rating: SupplierRating): Static<typeof RatingView> => {
  const { id, supplierId, ratedBy, departureId, score, reason, createdAt } = rating;
  return { id, supplierId, ratedBy, departureId, score, reason, createdAt: createdAt.toString() };
};

const rate = command(
  { permission: 'booking.supplier.rate' },
  async (uow, { supplierId, ...input }: Static<typeof NewRating> & { supplierId: string }) => {
    const { departureId, score } = input;
    const [departure] = await uow.find(Departure, { id: departureId });
    if (!departure) throw errors.noSuchDeparture();
    const { returnsOn, timeZone } = departure;
    if (today(uow.now, timeZone) < returnsOn) throw supplierErrors.notTravelledYet({ date: returnsOn });
    const supplier = await uow.lock(Supplier, supplierId);
    const { agencyId, userId: ratedBy, now: createdAt } = uow;
    uow.add(
      uow.em.create(SupplierRating, { agencyId, id: newId(), supplierId, ratedBy, ...input, createdAt }),
    );
    supplier.ratingSum += score;
    supplier.ratingCount += 1;
    uow.publish(supplier, events.supplierRated, { supplierId, departureId, score });
    return supplierView(supplier);
  },
);

const Query = Type.Object(page);

const listRatings = query(
  { permission: 'booking.supplier.read', oneState: true },
  async (uow, { supplierId, limit, after }: Static<typeof Query> & { supplierId: string }) => {
    await uow.get(Supplier, supplierId);
    const where = { agencyId: uow.agencyId, supplierId, ...(after && { id: { $lt: after } }) };
    const rows = await uow.em.find(SupplierRating, where, { orderBy: { id: 'desc' }, limit: limit + 1 });
    const { items, next } = pageOf(rows, limit);
    return { ratings: items.map(ratingView), next };
  },
);

const params = Type.Object({ supplierId: Id });

export const ratingRoutes = () => [
  route({
    method: 'POST',
    path: '/v1/suppliers/:supplierId/ratings',
    summary: 'Rate a supplier after a trip, with the reason',
    access: 'booking.supplier.rate',
    params,
    body: NewRating,
    result: SupplierView,
    status: 201,
    handle: (call, { params: { supplierId }, body }) => rate(call, { ...body, supplierId }),
  }),
  route({
    method: 'GET',
    path: '/v1/suppliers/:supplierId/ratings',
    summary: 'Ratings of a supplier, newest first',
    access: 'booking.supplier.read',
    params,
    query: Query,
    result: Type.Object({ ratings: Type.Array(RatingView), next: Next }),
    handle: (call, { params: { supplierId }, query: input }) => listRatings(call, { ...input, supplierId }),
  }),
];
