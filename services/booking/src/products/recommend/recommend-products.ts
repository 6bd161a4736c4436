import { query } from '@yitu/persistence';
import { Currency, LocalDate, LocalText, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { lodgingClasses, transports } from '../details.ts';
import { ProductListing } from '../product.ts';
import { checkDates } from '../search/filters.ts';
import { listingView, type ListingRow } from '../search/listing-view.ts';
import { candidateStatement } from './candidates.ts';
import { decideMatch, type Candidate, type Needs } from './decide.ts';

const Query = Type.Object({
  country: Type.Optional(Type.String({ pattern: '^[A-Z]{2}$', description: 'ISO 3166-1 alpha-2' })),
  city: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
  theme: Type.Optional(
    Type.Array(Type.String({ minLength: 1, maxLength: 50 }), {
      minItems: 1,
      maxItems: 10,
      uniqueItems: true,
    }),
  ),
  transport: Type.Optional(
    Type.Array(Type.Enum([...transports]), { minItems: 1, maxItems: 7, uniqueItems: true }),
  ),
  lodging: Type.Optional(Type.Enum([...lodgingClasses])),
  days: Type.Optional(Type.Integer({ minimum: 1, maximum: 365 })),
  departsFrom: Type.Optional(LocalDate),
  departsUntil: Type.Optional(LocalDate),
  budget: Type.Optional(
    Type.String({
      pattern: '^(0|[1-9][0-9]{0,17})$',
      description: 'For one adult, in minor units of `currency`',
    }),
  ),
  currency: Type.Optional({ ...Currency, default: 'CNY' }),
  limit: Type.Integer({ minimum: 1, maximum: 20, default: 5 }),
});

const candidateOf = (row: ListingRow): Candidate => ({
  ...{ id: row.id, days: row.days, themes: row.themes },
  ...{ destinationCountry: row.destinationCountry, destinationCity: row.destinationCity },
  transport: row.details.transport ?? [],
  lodging: row.details.lodgingClass ?? null,
  offer:
    row.fromAmount === null || row.departsOn === null
      ? null
      : { amount: BigInt(row.fromAmount), departsOn: row.departsOn },
});

const recommendProducts = query(
  { permission: 'booking.product.read' },
  async (uow, { limit, budget, currency = 'CNY', ...asked }: Static<typeof Query>) => {
    checkDates(asked);
    const needs: Needs = { ...asked, currency, ...(budget !== undefined && { budget: BigInt(budget) }) };
    const { sql, values } = candidateStatement(needs, uow.agencyId, uow.now);
    const rows = await uow.rows<ListingRow>(sql, values);
    const judged = rows.map((row) => ({ row, ...decideMatch(needs, candidateOf(row)) }));
    const best = judged.toSorted(
      (one, other) => other.score - one.score || (one.row.id < other.row.id ? 1 : -1),
    );
    return {
      recommendations: best
        .filter(({ score }) => score > 0)
        .slice(0, limit)
        .map(({ row, score, reasons }) => ({ product: listingView(row), score, reasons })),
    };
  },
);

const Reason = Type.Object({
  need: Type.String(),
  met: Type.Boolean(),
  points: Type.Integer(),
  text: LocalText,
});

export const recommendProductsRoute = () =>
  route({
    method: 'GET',
    path: '/v1/product-recommendations',
    summary: 'The products that fit stated needs best, each with its reasons',
    access: 'booking.product.read',
    query: Query,
    result: Type.Object({
      recommendations: Type.Array(
        Type.Object({
          product: ProductListing,
          score: Type.Integer({
            minimum: 0,
            maximum: 100,
            description: 'Of 100, among the needs that were stated',
          }),
          reasons: Type.Array(Reason),
        }),
      ),
    }),
    handle: (call, { query: needs }) => recommendProducts(call, needs),
  });
