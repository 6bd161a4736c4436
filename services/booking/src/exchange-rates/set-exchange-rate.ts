import { newId } from '@yitu/kernel';
import { command, query } from '@yitu/persistence';
import { Next, page, pageOf, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { checkRate, ExchangeRate, ExchangeRateView, exchangeRateView, rateFields } from './exchange-rate.ts';

const NewRate = Type.Object(rateFields);

const setRate = command(
  { permission: 'booking.exchange-rate.set' },
  (uow, input: Static<typeof NewRate>): Promise<Static<typeof ExchangeRateView>> => {
    const { fromCurrency: from, toCurrency: to, rate } = input;
    checkRate({ from, to }, rate, { to: '/body/toCurrency', rate: '/body/rate' });
    const { agencyId, userId: setBy, now: createdAt } = uow;
    const row = uow.add(uow.em.create(ExchangeRate, { agencyId, id: newId(), ...input, setBy, createdAt }));
    return Promise.resolve(exchangeRateView(row));
  },
);

const listRates = query(
  { permission: 'booking.exchange-rate.read' },
  async (uow, { limit, after }: Static<typeof Query>) => {
    const where = { agencyId: uow.agencyId, ...(after && { id: { $lt: after } }) };
    const rows = await uow.em.find(ExchangeRate, where, { orderBy: { id: 'desc' }, limit: limit + 1 });
    const { items, next } = pageOf(rows, limit);
    return { exchangeRates: items.map(exchangeRateView), next };
  },
);

const Query = Type.Object(page);

export const exchangeRateRoutes = () => [
  route({
    method: 'POST',
    path: '/v1/exchange-rates',
    summary: 'Set what a currency is worth in another from a day on',
    access: 'booking.exchange-rate.set',
    body: NewRate,
    result: ExchangeRateView,
    status: 201,
    handle: (call, { body }) => setRate(call, body),
  }),
  route({
    method: 'GET',
    path: '/v1/exchange-rates',
    summary: "Rates of the agency's table, newest first",
    access: 'booking.exchange-rate.read',
    query: Query,
    result: Type.Object({ exchangeRates: Type.Array(ExchangeRateView), next: Next }),
    handle: (call, { query: input }) => listRates(call, input),
  }),
];
