import type { Print } from '@yitu/documents';
import { agencyOf, branchOf } from '@yitu/directory';
import { query, type Call } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { both, layoutContract, type Sheet } from './contract-layout.ts';
import { Contract, ContractSignature } from './contract.ts';

const sheetOf = query(
  { permission: 'itinerary.contract.read', oneState: true },
  async (uow, contractId: string): Promise<Sheet> => {
    const { number, text, contentHash, state, branchId } = await uow.get(Contract, contractId);
    const [signature] = await uow.find(ContractSignature, { contractId });
    const { name: agency, timeZone } = await agencyOf(uow);
    const { name: branch } = await branchOf(uow, branchId);
    return {
      ...{ number, text, contentHash, state, house: `${both(agency)} · ${both(branch)}` },
      signature: signature && {
        name: signature.signerName,
        at: moment(signature.signedAt, timeZone),
        from: signature.remoteAddress,
      },
    };
  },
);

/** `2026-11-21 16:30:05 +08:00`. */
const moment = (instant: Temporal.Instant, timeZone: string): string =>
  instant
    .toZonedDateTimeISO(timeZone)
    .toString({ smallestUnit: 'second', timeZoneName: 'never' })
    .replace('T', ' ')
    .replace(/(?=[+-]\d\d:\d\d$)/, ' ');

export const printContractRoute = (print: Print) =>
  route({
    method: 'GET',
    path: '/v1/contracts/:contractId/document',
    summary: 'A contract as PDF, with its fingerprint and signature',
    access: 'itinerary.contract.read',
    params: Type.Object({ contractId: Id }),
    result: Type.Unsafe<Uint8Array>(Type.String({ format: 'binary' })),
    mediaType: 'application/pdf',
    handle: async (call: Call, { params }) =>
      // Read first, then set: no connection waits while the page is made.
      Buffer.from(await print(layoutContract(await sheetOf(call, params.contractId)))),
  });
