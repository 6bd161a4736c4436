import { until } from '../api.ts';
import type { Step } from '../scene.ts';

/** Every traveller is checked in against their document; the same one twice is refused. */
export const checkIn: Step = async ({ as, told }) => {
  const operator = as('operator');
  const path = `/api/itinerary/v1/operations-sheets/${told.sheetId}/check-ins`;
  for (const travellerId of told.travellerIds)
    await operator.post(path, { orderId: told.orderId, travellerId, documentSeen: true });
  const twice = await operator.refused(path, {
    orderId: told.orderId,
    travellerId: told.travellerIds[0],
    documentSeen: true,
  });
  const state = await until('the order to travel', async () => {
    const order = await operator.get<{ state: string }>(`/api/booking/v1/orders/${told.orderId}`);
    return order.state === 'travelling' ? order.state : undefined;
  });
  return `${told.travellerIds.length} travellers checked in, order ${state}; checked in twice: ${twice}`;
};
