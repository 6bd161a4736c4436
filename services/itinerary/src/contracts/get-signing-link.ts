import { itinerary } from '@yitu/contracts';
import { query } from '@yitu/persistence';
import { rpc } from '@yitu/runtime';
import { errors } from '../errors.ts';
import { Contract } from './contract.ts';
import { signingLink, type LinkRules } from './signing-link.ts';

const sentContract = query({ permission: 'itinerary.contract.send' }, async (uow, contractId: string) => {
  const contract = await uow.get(Contract, contractId);
  const { state, linkExpiresAt } = contract;
  if (state !== 'sent' || !linkExpiresAt) throw errors.contractState({ state });
  return { contract, linkExpiresAt };
});

/** The customer's link, for the service that mails it. It is never stored and never in an event. */
export const getSigningLinkRpc = (links: LinkRules) =>
  rpc(itinerary.ContractsServiceService.getSigningLink, async (call, { contractId }) => {
    const { contract, linkExpiresAt } = await sentContract(call, contractId);
    return { link: signingLink(contract, linkExpiresAt, links), contractNumber: contract.number };
  });
