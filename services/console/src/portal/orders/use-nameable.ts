import type { OrderDetail } from '../../api/gen/booking.ts';
import { todayIn } from '../../format/dates.ts';
import { useDepartureName } from '../../names/names.tsx';
import { unnamedCount } from '../../names/unnamed-places.ts';
import { useMay, useMe } from '../../session/me.ts';

/** After its approval, until it departs, the unnamed places of an order are given their travellers by its customer, whoever placed it. */
export function useNameable(order: OrderDetail): boolean {
  const may = useMay();
  const { timeZone } = useMe().agency;
  const departsOn = useDepartureName(order.departureId)?.departsOn;
  const approved = order.state === 'awaiting-payment' || order.state === 'confirmed';
  const ahead = departsOn !== undefined && departsOn >= todayIn(timeZone);
  return approved && ahead && unnamedCount(order) > 0 && may('booking.own-order.change');
}
