import { createApi, newTraceId } from '../story/api.ts';
import { assemble, customerName, signIn, type Stage } from '../story/cast.ts';
import { departureIn, sellPaid, type Sold } from '../story/office/sell.ts';

/** Gives the customer of the demo a paid trip that is still to come, unless they have one: what they see of it, and what cancelling it would cost. */
export async function ensureComingTrip(stage: Stage, agency: string): Promise<void> {
  const customer = createApi(stage.origin, newTraceId(), await signIn(stage, agency, customerName));
  const { orders } = await customer.get<{ orders: (Sold & { customerId: string })[] }>(
    '/api/booking/v1/orders',
  );
  const [any] = orders;
  if (!any || orders.some(({ state }) => state === 'confirmed')) return;
  const office = { stage, cast: await assemble(stage, agency) };
  const sales = office.cast.as('sales', newTraceId());
  await sellPaid(office, sales, any.customerId, await departureIn(office, 12));
}
