import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { command, query, requestErrors, type UnitOfWork } from '@yitu/persistence';
import { Id, route, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import type { CancellationPolicy } from '../cancellations/policy.ts';
import { errors } from '../errors.ts';
import { Product } from '../products/product.ts';
import { checkScales } from './check-policy.ts';
import { builtIn, policyOf, policySources, type AppliedPolicy } from './policy-of.ts';

const Tiers = Type.Array(
  Type.Object({
    fromDays: Type.Integer({ minimum: 0, maximum: 365, description: 'So many days are left, or more' }),
    share: Type.Integer({ minimum: 0, maximum: 10_000, description: 'Hundredths of a percent' }),
  }),
  { minItems: 1, maxItems: 30 },
);

const Scale = Type.Object({ byCustomer: Tiers, byAgency: Tiers });

const Policy = Type.Object(
  {
    homeCountry: Type.String({ pattern: '^[A-Z]{2}$', description: 'Trips in this country are domestic' }),
    refundWithinWorkingDays: Type.Integer({ minimum: 1, maximum: 60 }),
    domestic: Scale,
    outbound: Scale,
  },
  { title: 'CancellationPolicy' },
);

type Policy = Static<typeof Policy>;

/** The newest version of one scope, its product's or the agency's: 1 stands for the built-in policy. */
async function newestVersion(uow: UnitOfWork, productId: string | undefined): Promise<number> {
  const [row] = await uow.rows<{ version: number | null }>(
    'select max(version) as version from booking.cancellation_policies where agency_id = ? and product_id is not distinct from ?::uuid',
    [uow.agencyId, productId ?? null],
  );
  return row?.version ?? 1;
}

const setPolicy = command(
  { permission: 'booking.cancellation-policy.set' },
  async (uow, { version: read, productId, ...policy }: Policy & { productId?: string; version: number }) => {
    checkScales(policy);
    if (productId !== undefined && (await uow.find(Product, { id: productId })).length === 0)
      throw errors.noSuchProduct();
    const current = await newestVersion(uow, productId);
    if (read !== current) throw requestErrors.staleVersion({ current });
    const id = newId();
    const version = current + 1;
    // Of two who have read the same version the second finds its place taken.
    const [set] = await uow.rows<{ version: number }>(
      `insert into booking.cancellation_policies (agency_id, id, product_id, version, valid_from, home_country, refund_within_working_days,
         domestic, outbound, set_by)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing returning version`,
      [
        ...[uow.agencyId, id, productId ?? null, version, uow.now.toString(), policy.homeCountry],
        ...[policy.refundWithinWorkingDays, JSON.stringify(policy.domestic), JSON.stringify(policy.outbound)],
        uow.userId,
      ],
    );
    if (!set) throw requestErrors.staleVersion({ current: version });
    uow.audit({ objectType: 'CancellationPolicy', objectId: id, change: 'create', after: policy });
    // The events of one scope stand in one sequence, beginning with that of version 2.
    const scope = { id: productId ?? uow.agencyId, version: current - 1 };
    uow.publish(scope, events.cancellationPolicySet, {
      cancellationPolicyId: id,
      productId: productId ?? '',
      policyVersion: version,
    });
    return { ...policy, source: sourceOf(productId), version };
  },
);

const sourceOf = (productId: string | undefined): AppliedPolicy['source'] =>
  productId === undefined ? 'agency' : 'product';

const inForce = query(
  { permission: 'booking.cancellation-policy.read' },
  async (uow, { productId }: { productId?: string | undefined }) => {
    const applied = await policyOf(uow, productId, uow.now);
    return {
      ...viewOf(applied),
      scopeVersion: await newestVersion(uow, productId),
      builtIn: viewOf({ ...builtIn(uow.now), source: 'built-in' }),
    };
  },
);

const viewOf = ({
  homeCountry,
  refundWithinWorkingDays,
  domestic,
  outbound,
  source,
  version,
}: CancellationPolicy & Pick<AppliedPolicy, 'source'>) => ({
  ...{ homeCountry, refundWithinWorkingDays, source, version },
  domestic: tiersOf(domestic),
  outbound: tiersOf(outbound),
});

const tiersOf = ({ byCustomer, byAgency }: CancellationPolicy['domestic']) => ({
  byCustomer: [...byCustomer],
  byAgency: [...byAgency],
});

const Applied = {
  ...Policy.properties,
  source: Type.Enum([...policySources]),
  version: Version,
};

export const cancellationPolicyRoutes = () => [
  route({
    method: 'PUT',
    path: '/v1/cancellation-policy',
    summary: 'Set the terms of cancelling for orders placed from now on, of the agency or of one product',
    access: 'booking.cancellation-policy.set',
    body: Type.Object({ ...Policy.properties, productId: Type.Optional(Id) }),
    result: Type.Object(Applied, { title: 'CancellationPolicySet' }),
    versioned: true,
    handle: (call, { body, version }) => setPolicy(call, { ...body, version }),
  }),
  route({
    method: 'GET',
    path: '/v1/cancellation-policy',
    summary: "The terms of cancelling in force, with the law's scale that applies where nothing is set",
    access: 'booking.cancellation-policy.read',
    query: Type.Object({ productId: Type.Optional(Id) }),
    result: Type.Object(
      {
        ...Applied,
        scopeVersion: Type.Integer({
          description: 'To be read before it is set: of the product or the agency',
        }),
        builtIn: Type.Object(Applied),
      },
      { title: 'CancellationPolicyInForce' },
    ),
    handle: (call, { query: asked }) => inForce(call, asked),
  }),
];
