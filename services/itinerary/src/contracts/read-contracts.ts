import { query } from '@yitu/persistence';
import { Id, Next, page, pageOf, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import {
  Contract,
  contractDetail,
  ContractDetail,
  ContractSignature,
  contractStates,
  contractView,
  ContractView,
} from './contract.ts';

const Query = Type.Object({
  ...page,
  number: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
  state: Type.Optional(Type.Enum([...contractStates])),
  orderId: Type.Optional(Id),
  customerId: Type.Optional(Id),
  departureId: Type.Optional(Id),
});

const listContracts = query(
  { permission: 'itinerary.contract.read' },
  async (uow, { limit, after, ...filters }: Static<typeof Query>) => {
    const given = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
    const where = { agencyId: uow.agencyId, ...given, ...(after && { id: { $lt: after } }) };
    const rows = await uow.em.find(Contract, where, { orderBy: { id: 'desc' }, limit: limit + 1 });
    const { items, next } = pageOf(rows, limit);
    return { contracts: items.map(contractView), next };
  },
);

const getContract = query({ permission: 'itinerary.contract.read' }, async (uow, id: string) => {
  const contract = await uow.get(Contract, id);
  const [signature] = await uow.find(ContractSignature, { contractId: id });
  return contractDetail(contract, signature);
});

export const readContractRoutes = () => [
  route({
    method: 'GET',
    path: '/v1/contracts',
    summary: 'Contracts within reach, newest first, without their texts',
    access: 'itinerary.contract.read',
    query: Query,
    result: Type.Object({ contracts: Type.Array(ContractView), next: Next }),
    handle: (call, { query: input }) => listContracts(call, input),
  }),
  route({
    method: 'GET',
    path: '/v1/contracts/:contractId',
    summary: 'One contract with its text and signature',
    access: 'itinerary.contract.read',
    params: Type.Object({ contractId: Id }),
    result: ContractDetail,
    handle: (call, { params }) => getContract(call, params.contractId),
  }),
];
