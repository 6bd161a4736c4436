import { agencyOf } from '@yitu/directory';
import { query } from '@yitu/persistence';
import { InstantText, LocalText, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { Contract } from './contract.ts';
import { holderOf, signPermission, type LinkRules } from './signing-link.ts';

export const Token = Type.String({ minLength: 10, maxLength: 1_000 });

/** Whose page a link leads to. */
export const LinkAgency = Type.Object({ code: Type.String(), name: LocalText }, { title: 'LinkAgency' });

const ContractToSign = Type.Object({
  number: Type.String(),
  text: Type.String(),
  contentHash: Type.String(),
  state: Type.String(),
  signedAt: Type.Union([InstantText, Type.Null()]),
  timeZone: Type.String({ description: 'IANA name: of the agency, whose contract it is' }),
  agency: LinkAgency,
});

const contractToSign = query(
  { permission: signPermission },
  async (uow, contractId: string): Promise<Static<typeof ContractToSign>> => {
    const { number, text, contentHash, state, signedAt } = await uow.get(Contract, contractId);
    const { timeZone, code, name } = await agencyOf(uow);
    return {
      ...{ number, text, contentHash, state, signedAt: signedAt?.toString() ?? null, timeZone },
      agency: { code, name },
    };
  },
);

export const getContractToSignRoute = (links: LinkRules) =>
  route({
    method: 'GET',
    path: '/v1/contract-signing',
    summary: 'Read a contract, by the holder of its link',
    access: 'link',
    query: Type.Object({ token: Token }),
    result: ContractToSign,
    handle: (call, { query: { token } }) => {
      const holder = holderOf(token, links, call.clock.now());
      return contractToSign({ ...call, principal: holder }, holder.objectId);
    },
  });
