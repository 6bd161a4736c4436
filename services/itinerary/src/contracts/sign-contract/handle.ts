import { events } from '@yitu/contracts';
import { command } from '@yitu/persistence';
import { fileContract } from '../../archive-files/archive-entries.ts';
import { contentHash } from '../content-hash.ts';
import { Contract, ContractSignature } from '../contract.ts';
import { signPermission } from '../signing-link.ts';
import { checkSigning } from './decide.ts';

export interface SignContract {
  readonly contractId: string;
  readonly signerName: string;
  readonly remoteAddress: string;
}

/** Signs a contract for the holder of its link. The signature names the hash of the text that was signed; its row can only be inserted. */
export const signContract = command(
  { permission: signPermission },
  async (uow, { contractId, signerName, remoteAddress }: SignContract) => {
    const contract = await uow.lock(Contract, contractId);
    const signedHash = contentHash(contract.text);
    checkSigning(contract, signedHash);
    Object.assign(contract, { state: 'signed', signedAt: uow.now });
    const { agencyId, branchId, authorId, number, orderId, customerId } = contract;
    uow.add(
      uow.em.create(ContractSignature, {
        agencyId,
        contractId,
        branchId,
        authorId,
        signerName,
        remoteAddress,
        contentHash: signedHash,
        signedAt: uow.now,
      }),
    );
    uow.publish(contract, events.contractSigned, {
      contractId,
      number,
      orderId,
      branchId,
      customerId,
      contentHash: signedHash,
    });
    await fileContract(uow, contract);
    return { number, contentHash: signedHash, state: contract.state, signedAt: uow.now.toString() };
  },
);
