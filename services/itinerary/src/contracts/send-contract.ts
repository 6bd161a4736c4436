import { events } from '@yitu/contracts';
import { command } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { errors } from '../errors.ts';
import { Contract, contractView, ContractView } from './contract.ts';
import type { LinkRules } from './signing-link.ts';

interface SendContract {
  readonly contractId: string;
  readonly version: number;
  readonly validDays: number;
}

/** Makes a contract ready to be signed, or sends an unsigned one again with a new link. The link itself is asked for by who mails it. */
const sendContract = command(
  { permission: 'itinerary.contract.send' },
  async (uow, { contractId, version, validDays }: SendContract) => {
    const contract = await uow.lock(Contract, contractId, version);
    if (contract.state !== 'generated' && contract.state !== 'sent')
      throw errors.contractState({ state: contract.state });
    const linkExpiresAt = uow.now.add({ hours: 24 * validDays });
    Object.assign(contract, { state: 'sent', sentAt: uow.now, linkExpiresAt });
    const { orderId, customerId } = contract;
    uow.publish(contract, events.contractSent, {
      contractId,
      orderId,
      customerId,
      branchId: contract.branchId,
      linkExpiresAt: linkExpiresAt.toString(),
    });
    return contractView(contract);
  },
);

export const sendContractRoute = ({ validDays }: LinkRules) =>
  route({
    method: 'POST',
    path: '/v1/contracts/:contractId/sending',
    summary: 'Send a contract to the customer to be signed',
    access: 'itinerary.contract.send',
    params: Type.Object({ contractId: Id }),
    result: ContractView,
    versioned: true,
    handle: (call, { params: { contractId }, version }) =>
      sendContract(call, { contractId, version, validDays }),
  });
