import { crm } from '@yitu/contracts';
import { isId } from '@yitu/kernel';
import { query } from '@yitu/persistence';
import { rpc } from '@yitu/runtime';
import { TravellerDocument } from '../../documents/document.ts';
import { Traveller } from '../traveller.ts';
import { violationsOf } from './decide.ts';

/** Which travellers break which rules: all that leaves crm of their birth dates and documents. */
const checkTravellers = query(
  { permission: 'crm.traveller.read', oneState: true },
  async (uow, { travellers, ...trip }: crm.CheckTravellersRequest) => {
    const ids = travellers.map(({ travellerId }) => travellerId).filter(isId);
    if (ids.length === 0) return [];
    const people = new Map((await uow.find(Traveller, { id: { $in: ids } })).map((one) => [one.id, one]));
    const documents = Map.groupBy(
      await uow.find(TravellerDocument, { travellerId: { $in: ids } }),
      ({ travellerId }) => travellerId,
    );
    return travellers.flatMap(({ travellerId, ageFrom, ageBelow }) => {
      const known = people.get(travellerId);
      const person = known && {
        ...{ birthDate: known.birthDate, nationality: known.nationality },
        documents: (documents.get(travellerId) ?? []).map(({ kind, expiresOn }) => ({
          ...{ kind, expiresOn: expiresOn ?? null },
        })),
      };
      const rules = violationsOf(person, {
        age: { from: ageFrom, below: ageBelow },
        departsOn: trip.departsOn,
        documentsValidOn: trip.documentsValidOn || undefined,
        destinationCountry: trip.destinationCountry,
      });
      return rules.map((rule) => ({ travellerId, rule }));
    });
  },
);

export const checkTravellersRpc = () =>
  rpc(crm.CustomersServiceService.checkTravellers, async (call, request) => ({
    violations: await checkTravellers(call, request),
  }));
