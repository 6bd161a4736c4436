import { InstantText, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { line } from '../../text.ts';
import { Token } from '../get-contract-to-sign.ts';
import { holderOf, type LinkRules } from '../signing-link.ts';
import { signContract } from './handle.ts';

const Signed = Type.Object(
  { number: Type.String(), contentHash: Type.String(), state: Type.String(), signedAt: InstantText },
  { title: 'SignedContract' },
);

export const signContractRoute = (links: LinkRules) =>
  route({
    method: 'POST',
    path: '/v1/contract-signing',
    summary: 'Sign a contract, once, by the holder of its link',
    access: 'link',
    body: Type.Object({ token: Token, signerName: line(100), accepted: Type.Literal(true) }),
    result: Signed,
    handle: (call, { body: { token, signerName } }) => {
      const holder = holderOf(token, links, call.clock.now());
      const remoteAddress = call.remoteAddress ?? '';
      return signContract(
        { ...call, principal: holder },
        { contractId: holder.objectId, signerName: signerName.normalize('NFC').trim(), remoteAddress },
      );
    },
  });
