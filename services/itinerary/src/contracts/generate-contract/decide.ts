import { errors } from '../../errors.ts';
import type { ContractState } from '../contract.ts';

const approved = new Set(['awaiting-payment', 'confirmed', 'travelling', 'completed', 'settled']);

/** A contract is made of an approved order. @throws itinerary/order-not-approved */
export function checkOrder({ state }: { readonly state: string }): void {
  if (!approved.has(state)) throw errors.orderNotApproved({ state });
}

/**
 * Only what nobody has signed yet can be superseded, and only by a contract for the same order.
 * @throws itinerary/supersedes-other, itinerary/contract-signed, itinerary/contract-superseded
 */
export function checkSuperseding(
  earlier: { readonly orderId: string; readonly state: ContractState },
  orderId: string,
): void {
  if (earlier.orderId !== orderId) throw errors.supersedesOther();
  if (earlier.state === 'signed') throw errors.contractSigned();
  if (earlier.state === 'superseded' || earlier.state === 'void') throw errors.contractSuperseded();
}
