import { events } from '@yitu/contracts';
import { agencyOf, branchOf, drawNumber } from '@yitu/directory';
import { newId, today } from '@yitu/kernel';
import { command, type Call, type UnitOfWork } from '@yitu/persistence';
import type { Static } from 'typebox';
import type { BookedOrder, Bookings, Departure } from '../../bookings.ts';
import type { Customers } from '../../customers.ts';
import { errors } from '../../errors.ts';
import { Plan } from '../../plans/plan.ts';
import { lockOrder } from '../../trips/trip-orders.ts';
import { contentHash } from '../content-hash.ts';
import { Contract, contractDetail, type ContractDetail } from '../contract.ts';
import { contractText } from '../contract-text.ts';
import { templateInForce } from '../templates/template-in-force.ts';
import { checkOrder, checkSuperseding } from './decide.ts';

export interface GenerateContract {
  readonly orderId: string;
  readonly supersedes?: string | undefined;
}

interface Facts extends GenerateContract {
  readonly order: BookedOrder;
  readonly departure: Departure;
  readonly customer: string;
}

/** Asks booking for the order and crm for the customer's name, then makes the contract in one transaction. */
export const generateContract =
  (bookings: Bookings, customers: Customers) =>
  async (call: Call, input: GenerateContract): Promise<Static<typeof ContractDetail>> => {
    const { order, departure } = await bookings.order(call, input.orderId);
    checkOrder(order);
    const { displayName } = await customers.get(call, order.customerId);
    return generate(call, { ...input, order, departure, customer: displayName });
  };

const generate = command({ permission: 'itinerary.contract.generate' }, async (uow, facts: Facts) => {
  const { order, supersedes } = facts;
  // It may have ended since booking was asked; if it ends from now on, that finds this contract.
  if (await lockOrder(uow, order.orderId)) throw errors.orderNotApproved({ state: 'ended' });
  const id = newId();
  if (supersedes) await supersede(uow, supersedes, { id, orderId: order.orderId });
  const contract = uow.add(uow.em.create(Contract, await contentOf(uow, id, facts)));
  const { number, orderId, branchId, customerId, contentHash: hash } = contract;
  uow.publish(contract, events.contractGenerated, {
    contractId: id,
    number,
    orderId,
    branchId,
    customerId,
    contentHash: hash,
  });
  return contractDetail(contract, undefined);
});

async function supersede(
  uow: UnitOfWork,
  contractId: string,
  next: { id: string; orderId: string },
): Promise<void> {
  const earlier = await uow.lock(Contract, contractId);
  checkSuperseding(earlier, next.orderId);
  Object.assign(earlier, { state: 'superseded', supersededBy: next.id });
  const { orderId } = earlier;
  uow.publish(earlier, events.contractSuperseded, {
    contractId,
    orderId,
    supersedingContractId: next.id,
    branchId: earlier.branchId,
  });
}

async function contentOf(uow: UnitOfWork, id: string, { order, departure, customer }: Facts) {
  const { name: agencyName, timeZone } = await agencyOf(uow);
  const { name: branchName } = await branchOf(uow, order.branchId);
  const date = today(uow.now, timeZone);
  const template = await templateInForce(uow, date);
  const [plan] = await uow.find(Plan, { departureId: order.departureId });
  const number = await drawContractNumber(uow, order.branchId, date);
  const subject = { number, customer, agencyName, branchName, order, departure, plan, date };
  const text = contractText(template.body, subject);
  const { orderId, branchId, customerId, departureId, total } = order;
  return {
    agencyId: uow.agencyId,
    id,
    number,
    branchId,
    authorId: uow.userId,
    orderId,
    customerId,
    departureId,
    templateId: template.id,
    state: 'generated' as const,
    currency: total.currency,
    total: total.amount,
    text,
    contentHash: contentHash(text),
    sentAt: null,
    linkExpiresAt: null,
    signedAt: null,
    supersededBy: null,
    version: 0,
    createdAt: uow.now,
  };
}

/** E.g. `HT-HQ-2026-000001`, without gaps. Everybody else of the branch waits for it until this transaction ends, so it is drawn late. */
const drawContractNumber = (uow: UnitOfWork, branchId: string, date: string): Promise<string> =>
  drawNumber(uow, { branchId, series: 'contract', year: Number(date.slice(0, 4)), prefix: 'HT' });
