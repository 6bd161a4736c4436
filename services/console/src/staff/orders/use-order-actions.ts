import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import type { OrderDetail } from '../../api/gen/booking.ts';
import { todayIn } from '../../format/dates.ts';
import { useDepartureName } from '../../names/names.tsx';
import { useMay, useMe } from '../../session/me.ts';
import { useQuotationOf } from './order-query.ts';
import { orderSteps, type Circumstances } from './order-steps.ts';

/** What the signed-in person may do with an order as it is now, and its contract, if one may see it. */
export function useOrderActions(order: OrderDetail) {
  const may = useMay();
  const { user, agency } = useMe();
  const departsOn = useDepartureName(order.departureId)?.departsOn;
  const quoted = Boolean(useQuotationOf(order.id));
  const contract = useContractOf(order.id);
  const today = todayIn(agency.timeZone);
  const circumstances = {
    quoted,
    mine: order.authorId === user.id,
    begun: departsOn !== undefined && departsOn <= today,
    departed: departsOn !== undefined && departsOn < today,
    owing: order.standing.outstanding.amount !== '0',
    contract: contract === undefined ? undefined : standingOf(contract),
  };
  return { ...orderSteps(order.state, circumstances, may), contract };
}

const standingOf = (contract: { readonly state: string } | null): Circumstances['contract'] =>
  contract === null ? 'none' : contract.state === 'signed' ? 'signed' : 'unsigned';

/** The contract of an order that counts; null when there is none, undefined while that is not known. */
function useContractOf(orderId: string) {
  const enabled = useMay()('itinerary.contract.read');
  return useQuery({
    // Not `of-order`: under that one the order's papers keep all its contracts.
    queryKey: ['itinerary', 'contract', 'that-counts', orderId],
    enabled,
    queryFn: async ({ signal }) => {
      const { contracts } = await answer(
        api.itinerary.GET('/v1/contracts', { params: { query: { orderId } }, signal }),
      );
      return contracts.find(({ state }) => ['generated', 'sent', 'signed'].includes(state)) ?? null;
    },
  }).data;
}
