import { crm } from '@yitu/contracts';
import { isId } from '@yitu/kernel';
import { query, type UnitOfWork } from '@yitu/persistence';
import { rpc } from '@yitu/runtime';
import { TravellerDocument } from '../../documents/document.ts';
import { Traveller } from '../traveller.ts';
import { documentGap, violationsOf, type Person } from './decide.ts';

/** Which travellers break which rules, and who lacks a document: all that leaves crm of their birth dates and documents. */
const checkTravellers = query(
  { permission: 'crm.traveller.read', oneState: true },
  async (uow, { travellers, ...trip }: crm.CheckTravellersRequest): Promise<crm.CheckTravellersResponse> => {
    const ids = travellers.map(({ travellerId }) => travellerId).filter(isId);
    if (ids.length === 0) return { violations: [], documentGaps: [] };
    const people = await peopleOf(uow, ids);
    return {
      violations: travellers.flatMap(({ travellerId, ageFrom, ageBelow }) => {
        const rules = violationsOf(people.get(travellerId), {
          age: { from: ageFrom, below: ageBelow },
          departsOn: trip.departsOn,
          documentsValidOn: trip.documentsValidOn || undefined,
          destinationCountry: trip.destinationCountry,
        });
        return rules.map((rule) => ({ travellerId, rule }));
      }),
      documentGaps: travellers.flatMap(({ travellerId }) => {
        const person = people.get(travellerId);
        const rule = person && documentGap(person, trip.returnsOn || undefined);
        return rule ? [{ travellerId, rule }] : [];
      }),
    };
  },
);

async function peopleOf(uow: UnitOfWork, ids: string[]): Promise<Map<string, Person>> {
  const documents = Map.groupBy(
    await uow.find(TravellerDocument, { travellerId: { $in: ids } }),
    ({ travellerId }) => travellerId,
  );
  return new Map(
    (await uow.find(Traveller, { id: { $in: ids } })).map(({ id, birthDate, nationality }) => [
      id,
      {
        ...{ birthDate, nationality },
        documents: (documents.get(id) ?? []).map(({ kind, expiresOn }) => ({
          ...{ kind, expiresOn: expiresOn ?? null },
        })),
      },
    ]),
  );
}

export const checkTravellersRpc = () =>
  rpc(crm.CustomersServiceService.checkTravellers, (call, request) => checkTravellers(call, request));
