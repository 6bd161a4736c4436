import { useDepartureName } from '../../names/names.tsx';
import { dateText } from '../../format/dates.ts';
import { localText } from '../../format/names.ts';
import { useProduct } from '../catalogue/product/use-product.ts';
import { texts } from './texts.ts';

/** What a trip is called and when it goes, as far as it can be known: its product may be withdrawn by now. */
export function useTripName({
  productId,
  departureId,
}: {
  readonly productId: string;
  readonly departureId: string;
}) {
  const departure = useDepartureName(departureId);
  const product = useProduct(productId).data;
  const name = departure?.productName ?? product?.name;
  return {
    name: name ? localText(name) : texts.say('productGone'),
    dates: departure
      ? [...new Set([departure.departsOn, departure.returnsOn])].map((date) => dateText(date)).join(' – ')
      : undefined,
    departsOn: departure?.departsOn,
    calledOff: departure?.calledOff ?? false,
  };
}
