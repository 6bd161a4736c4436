import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType, type UnitOfWork } from '@yitu/persistence';
import { Currency, Id, InstantText, LocalDate } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { ratePattern } from './convert.ts';
import { exchangeRateErrors } from './errors.ts';

/** What a currency is worth in another from a day on, by the agency's own table; never changed. */
export const ExchangeRate = defineEntity({
  name: 'ExchangeRate',
  tableName: 'exchange_rates',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    fromCurrency: p.string(),
    toCurrency: p.string(),
    rate: p.text(),
    validFrom: p.date(),
    source: p.text(),
    setBy: p.uuid(),
    createdAt: p.type(InstantType),
  },
});

export type ExchangeRate = InferEntity<typeof ExchangeRate>;

export const Rate = Type.String({
  pattern: ratePattern,
  description: 'A decimal: what one unit of the first currency is worth in units of the second',
});

export const rateFields = {
  fromCurrency: Currency,
  toCurrency: Currency,
  rate: Rate,
  validFrom: LocalDate,
  source: Type.String({ minLength: 1, maxLength: 200, description: 'Whose rate it is' }),
};

export const ExchangeRateView = Type.Object(
  { id: Id, ...rateFields, setBy: Id, createdAt: InstantText },
  { title: 'ExchangeRate' },
);

export const exchangeRateView = (row: ExchangeRate): Static<typeof ExchangeRateView> => {
  const { id, fromCurrency, toCurrency, rate, validFrom, source, setBy, createdAt } = row;
  return { id, fromCurrency, toCurrency, rate, validFrom, source, setBy, createdAt: createdAt.toString() };
};

interface Pair {
  readonly from: string;
  readonly to: string;
}

/**
 * Two currencies that exist and differ, with a rate above nothing.
 * @param fields JSON pointers of the second currency and the rate @throws booking/exchange-rate-figures
 */
export function checkRate(
  { from, to }: Pair,
  rate: string | undefined,
  fields: { readonly to: string; readonly rate: string },
): void {
  const unknown = [from, to].some((currency) => !Intl.supportedValuesOf('currency').includes(currency));
  const problems = [
    from === to || unknown
      ? {
          field: fields.to,
          rule: 'currency',
          message: { zh: '应是另一种有效货币', en: 'must be another currency that exists' },
        }
      : undefined,
    rate !== undefined && /^[0.]+$/.test(rate)
      ? { field: fields.rate, rule: 'above-zero', message: { zh: '应大于零', en: 'must be above zero' } }
      : undefined,
  ].filter((one) => one !== undefined);
  if (problems.length > 0) throw exchangeRateErrors.exchangeRateFigures({ fields: problems });
}

/** The rate of the agency's table on a day. @throws booking/no-exchange-rate */
export async function rateOn(uow: UnitOfWork, { from, to }: Pair, date: string): Promise<ExchangeRate> {
  const [row] = await uow.em.find(
    ExchangeRate,
    { agencyId: uow.agencyId, fromCurrency: from, toCurrency: to, validFrom: { $lte: date } },
    { orderBy: { validFrom: 'desc' }, limit: 1 },
  );
  if (!row) throw exchangeRateErrors.noExchangeRate({ from, to });
  return row;
}
