import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';
import { orderOf } from '../orders/known-orders.ts';
import { queueLetter } from './delivery.ts';

/** The customer gets the link to read and sign the contract. */
export const onContractSent = reaction(events.contractSent, async (uow, contract) => {
  const { orderId, customerId, contractId, linkExpiresAt } = contract;
  const { branchId } = await orderOf(uow, orderId);
  const facts = { contractId, linkExpiresAt: linkExpiresAt ?? uow.now.toString() };
  queueLetter(uow, 'contract-to-sign', { orderId, customerId, branchId }, facts);
});
