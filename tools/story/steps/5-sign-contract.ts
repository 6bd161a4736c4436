import { createApi } from '../api.ts';
import { mailTo, tokenIn } from '../mail.ts';
import type { Step } from '../scene.ts';

/** The contract is generated and sent; the customer reads it through the link of the e-mail and signs. */
export const signContract: Step = async ({ as, told, stage, traceId }) => {
  const sales = as('sales');
  const contract = await sales.post<{ id: string; number: string; version: number }>(
    '/api/itinerary/v1/contracts',
    { orderId: told.orderId },
  );
  await sales.post(`/api/itinerary/v1/contracts/${contract.id}/sending`, {}, contract.version);
  const token = tokenIn(await mailTo(stage, told.email, /合同/));
  const customer = createApi(stage.origin, traceId);
  const form = await customer.get<{ text: string; contentHash: string }>(
    `/api/itinerary/v1/contract-signing?token=${token}`,
  );
  await customer.post('/api/itinerary/v1/contract-signing', { token, signerName: '王女士', accepted: true });
  return `${contract.number} read (${form.text.length} characters) and signed, SHA-256 ${form.contentHash.slice(0, 12)}…`;
};
