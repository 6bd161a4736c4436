import { reachOf } from '@yitu/access';
import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { command, requestErrors, type UnitOfWork } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { checkFranchise } from '../branches/check-franchise.ts';
import { errors } from '../errors.ts';
import { checkOnce } from '../once.ts';
import { Product } from '../products/product.ts';
import {
  agentPriceFields,
  AgentPriceList,
  agentPriceListView,
  AgentPriceListView,
} from './agent-price-list.ts';
import { agentErrors } from './errors.ts';

const permission = 'booking.agent-price-list.set';

const Prices = Type.Object(agentPriceFields);
const NewList = Type.Object({ branchId: Id, productId: Type.Optional(Id), ...agentPriceFields });

/** Prices are agreed by the agency: nobody sets those of their own branch. @throws request/out-of-reach */
function checkAgency(uow: UnitOfWork): void {
  if (reachOf(uow.member, permission) !== 'agency') throw requestErrors.outOfReach();
}

/** @throws booking/agent-prices-of-what, price-twice */
function checkPrices(
  productId: string | null | undefined,
  { currency, prices }: Pick<Static<typeof Prices>, 'currency' | 'prices'>,
): void {
  checkOnce(prices, ({ travellerCategory }) => travellerCategory, '/body/prices', errors.priceTwice);
  if (prices.length === 0 || (productId && currency)) return;
  const message = { zh: '须同时指定产品和币种', en: 'needs productId and currency' };
  throw agentErrors.agentPricesOfWhat({ fields: [{ field: '/body/prices', rule: 'of-a-product', message }] });
}

const setUp = command({ permission }, async (uow, input: Static<typeof NewList>) => {
  checkAgency(uow);
  const { branchId, productId, currency, discountBasisPoints, prices } = input;
  checkPrices(productId, input);
  if (productId && (await uow.find(Product, { id: productId })).length === 0) throw errors.noSuchProduct();
  await checkFranchise(uow, branchId);
  const { agencyId, now: createdAt } = uow;
  const list = uow.add(
    uow.em.create(AgentPriceList, {
      ...{ agencyId, id: newId(), branchId, discountBasisPoints, prices, version: 0, createdAt },
      ...{ productId: productId ?? null, currency: currency ?? null },
    }),
  );
  return told(uow, list);
});

interface Change extends Static<typeof Prices> {
  readonly agentPriceListId: string;
  readonly version: number;
}

const change = command({ permission }, async (uow, input: Change) => {
  checkAgency(uow);
  const { agentPriceListId, version, currency, discountBasisPoints, prices } = input;
  const list = await uow.lock(AgentPriceList, agentPriceListId, version);
  checkPrices(list.productId, input);
  Object.assign(list, { currency: currency ?? null, discountBasisPoints, prices });
  return told(uow, list);
});

function told(uow: UnitOfWork, list: AgentPriceList): Static<typeof AgentPriceListView> {
  const { id: agentPriceListId, branchId, productId } = list;
  uow.publish(list, events.agentPriceListSet, { agentPriceListId, branchId, productId: productId ?? '' });
  return agentPriceListView(list);
}

export const setAgentPriceListRoutes = () => [
  route({
    method: 'POST',
    path: '/v1/agent-price-lists',
    summary: 'Set at what prices a franchise branch sells as an agent, for orders placed from now on',
    access: permission,
    body: NewList,
    result: AgentPriceListView,
    status: 201,
    handle: (call, { body }) => setUp(call, body),
  }),
  route({
    method: 'PUT',
    path: '/v1/agent-price-lists/:agentPriceListId',
    summary: 'Set the prices of an agent anew; orders that are placed keep theirs',
    access: permission,
    params: Type.Object({ agentPriceListId: Id }),
    body: Prices,
    result: AgentPriceListView,
    versioned: true,
    handle: (call, { params: { agentPriceListId }, body, version }) =>
      change(call, { ...body, agentPriceListId, version }),
  }),
];
