import type { Step } from '../scene.ts';

/** The author may not approve; the reviewer does, on the version they have read. */
export const reviewOrder: Step = async ({ as, told }) => {
  const path = `/api/booking/v1/orders/${told.orderId}`;
  const own = await as('sales').refused(`${path}/approval`, {}, 1);
  const reviewer = as('reviewer');
  const { version } = await reviewer.get<{ version: number }>(path);
  const { state } = await reviewer.post<{ state: string }>(`${path}/approval`, {}, version);
  return `approved by another person, now ${state}; by the author: ${own}`;
};
