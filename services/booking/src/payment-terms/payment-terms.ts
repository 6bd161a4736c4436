import { command, query, requestErrors, type UnitOfWork } from '@yitu/persistence';
import { Id, route, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { Product } from '../products/product.ts';
import { OrderRules, type PaymentTerms } from '../rules/order-rules.ts';

const { depositPercent, depositDueDays, balanceDueDaysBefore } = OrderRules.properties;
const Terms = Type.Object(
  { depositPercent, depositDueDays, balanceDueDaysBefore },
  { title: 'PaymentTerms' },
);

const own = {
  terms: Type.Union([Terms, Type.Null()], { description: "null where the agency's rules apply" }),
};
const TermsView = Type.Object({ productId: Id, ...own, version: Version }, { title: 'ProductPaymentTerms' });

type Row = Partial<Record<keyof PaymentTerms, number | null>> & { version: number };

async function newest(uow: UnitOfWork, productId: string): Promise<Static<typeof TermsView>> {
  const [row] = await uow.rows<Row>(
    `select version, deposit_percent as "depositPercent", deposit_due_days as "depositDueDays", balance_due_days_before as "balanceDueDaysBefore"
     from booking.payment_terms where agency_id = ? and product_id = ? order by version desc limit 1`,
    [uow.agencyId, productId],
  );
  return { productId, terms: termsIn(row), version: row?.version ?? 1 };
}

function termsIn(row: Row | undefined): PaymentTerms | null {
  const { depositPercent: percent, depositDueDays: days, balanceDueDaysBefore: before } = row ?? {};
  if (percent == null || days == null || before == null) return null;
  return { depositPercent: percent, depositDueDays: days, balanceDueDaysBefore: before };
}

/** The terms of payment of a product's orders: its own, or nothing where the agency's rules apply. */
export const ownTerms = async (uow: UnitOfWork, productId: string): Promise<PaymentTerms | null> =>
  (await newest(uow, productId)).terms;

interface Setting {
  readonly productId: string;
  readonly version: number;
  readonly terms: PaymentTerms | null;
}

/** Orders approved before keep their schedule. The product's lock lets settings come one after the other. */
const setTerms = command({ permission: 'booking.rules.set' }, async (uow, setting: Setting) => {
  const { productId, terms } = setting;
  await uow.lock(Product, productId);
  const { terms: before, version: current } = await newest(uow, productId);
  if (setting.version !== current) throw requestErrors.staleVersion({ current });
  const version = current + 1;
  const figures = [terms?.depositPercent, terms?.depositDueDays, terms?.balanceDueDaysBefore];
  await uow.rows(
    `insert into booking.payment_terms (agency_id, product_id, version, valid_from, deposit_percent, deposit_due_days, balance_due_days_before)
     values (?, ?, ?, ?, ?::integer, ?::integer, ?::integer)`,
    [uow.agencyId, productId, version, uow.now.toString(), ...figures.map((figure) => figure ?? null)],
  );
  uow.audit({
    ...{ objectType: 'PaymentTerms', objectId: productId, change: 'update' },
    ...{ before: { terms: before }, after: { terms, version } },
  });
  return { productId, terms, version };
});

const getTerms = query({ permission: 'booking.rules.read' }, async (uow, productId: string) => {
  await uow.get(Product, productId);
  return newest(uow, productId);
});

const params = Type.Object({ productId: Id });

export const paymentTermsRoutes = () => [
  route({
    method: 'PUT',
    path: '/v1/products/:productId/payment-terms',
    summary: "Give a product terms of payment of its own from now on, or the agency's again",
    access: 'booking.rules.set',
    params,
    body: Type.Object(own),
    result: TermsView,
    versioned: true,
    handle: (call, { params: { productId }, body: { terms }, version }) =>
      setTerms(call, { productId, terms, version }),
  }),
  route({
    method: 'GET',
    path: '/v1/products/:productId/payment-terms',
    summary: 'The terms of payment a product has of its own',
    access: 'booking.rules.read',
    params,
    result: TermsView,
    handle: (call, { params: { productId } }) => getTerms(call, productId),
  }),
];
