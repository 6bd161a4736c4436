import { errors } from '../errors.ts';
import { checkOnce } from '../once.ts';
import { everyChannel, everyCustomer } from './price.ts';

type Named = Readonly<Record<'travellerCategory' | 'customerCategory' | 'channel', string>>;

/**
 * A price table can be sold from: an adult has a price whoever they are and wherever they buy, and nothing has two.
 * @param field JSON pointer of the table @throws booking/adult-price-missing, price-twice
 */
export function checkPrices(prices: readonly Named[], field: string): void {
  const adult = prices.some(
    ({ travellerCategory, customerCategory, channel }) =>
      travellerCategory === 'adult' && customerCategory === everyCustomer && channel === everyChannel,
  );
  if (!adult) throw errors.adultPriceMissing();
  checkOnce(
    prices,
    (price) => `${price.travellerCategory} ${price.customerCategory} ${price.channel}`,
    field,
    errors.priceTwice,
  );
}
