import { errors } from '../../errors.ts';
import type { ContractState } from '../contract.ts';

/**
 * Whether a contract can be signed now: it was sent, nobody has signed it, nothing has taken its place, and its text is the one it was made with.
 * @param actualHash of the text as it is stored now
 * @throws itinerary/contract-signed, contract-superseded, contract-state, contract-altered
 */
export function checkSigning(
  { state, contentHash }: { readonly state: ContractState; readonly contentHash: string },
  actualHash: string,
): void {
  if (state === 'signed') throw errors.contractSigned();
  if (state === 'superseded' || state === 'void') throw errors.contractSuperseded();
  if (state !== 'sent') throw errors.contractState({ state });
  if (actualHash !== contentHash) throw errors.contractAltered();
}
