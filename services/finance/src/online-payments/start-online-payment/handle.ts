import { requirePermission } from '@yitu/access';
import { events } from '@yitu/contracts';
import { DomainError, moneyFromJson, moneyToJson, newId, type Money, type MoneyJson } from '@yitu/kernel';
import { perform, query, requestErrors, type Call, type UnitOfWork } from '@yitu/persistence';
import { errors } from '../../errors.ts';
import { lockOrderAccount, OrderAccount } from '../../order-accounts/order-account.ts';
import type { Orders, OrderWithDues } from '../../orders.ts';
import type { PaymentProviders } from '../../providers/provider.ts';
import { OnlinePayment } from '../online-payment.ts';
import { decideAmount } from './decide.ts';

export interface StartOnlinePayment {
  readonly orderId: string;
  readonly amount?: MoneyJson | undefined;
  readonly returnTo: string;
}

export interface Started {
  readonly onlinePaymentId: string;
  readonly payAt: string;
  readonly amount: MoneyJson;
  readonly expiresAt: string;
}

/** How long a page can be paid on. */
const openFor = { minutes: 30 };
const permission = 'finance.online-payment.start';

/**
 * Sends somebody to a provider's page. booking says whether the order is theirs to pay; the page is made before anything is stored, and known to nobody
 * until that has happened.
 */
export const startOnlinePayment =
  (orders: Orders, providers: PaymentProviders) =>
  async (call: Call, { orderId, returnTo, ...input }: StartOnlinePayment): Promise<Started> => {
    const provider = providers.current;
    if (!provider) throw errors.noOnlinePayment();
    const order = await ownOrder(orders, call, orderId);
    const wanted = input.amount && moneyFromJson(input.amount);
    const amount = decideAmount(order, order.dues, await receivedOf(call, orderId), wanted);
    const [id, expiresAt] = [newId(), call.clock.now().add(openFor)];
    const { agencyId } = requirePermission(call.principal, permission).member;
    const subject = { zh: `订单 ${order.number}`, en: `Order ${order.number}` };
    const wish = { agencyId, onlinePaymentId: id, amount, subject, expiresAt, returnTo };
    const payAt = await provider.createPage(wish);
    return store(call, { id, order, amount, expiresAt, returnTo, payAt, provider: provider.name });
  };

/** What somebody may not see is not there: it is the thing that is paid for, not a detail of the request. @throws request/not-found, booking/unavailable */
async function ownOrder(orders: Orders, call: Call, orderId: string): Promise<OrderWithDues> {
  try {
    return await orders.withDues(call, orderId);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'finance/no-such-order')
      throw requestErrors.notFound();
    throw error;
  }
}

const received = query({ permission: 'finance.payment.read' }, async (uow, orderId: string) => {
  const [account] = await uow.find(OrderAccount, { orderId });
  return account ? account.received - account.refunded : 0n;
});

/** Asked on the service's own account: who pays need not see who has paid. */
function receivedOf(call: Call, orderId: string): Promise<bigint> {
  const { agencyId } = requirePermission(call.principal, permission).member;
  return received({ ...call, principal: { kind: 'service', service: 'finance', agencyId } }, orderId);
}

interface Page {
  readonly id: string;
  readonly order: OrderWithDues;
  readonly amount: Money;
  readonly expiresAt: Temporal.Instant;
  readonly returnTo: string;
  readonly payAt: string;
  readonly provider: string;
}

/** Whose the order is booking has said; to whoever has come this far with reach own its account is open. */
function store(call: Call, page: Page): Promise<Started> {
  const { member, reach } = requirePermission(call.principal, permission);
  const within = reach === 'own' ? 'agency' : reach;
  return perform(call, { member, reach: within, action: permission }, (uow) => started(uow, page));
}

async function started(uow: UnitOfWork, { id, order, amount, ...page }: Page): Promise<Started> {
  const before = await lockOrderAccount(uow, order);
  decideAmount(order, order.dues, before, amount);
  const { orderId, branchId, number: orderNumber } = order;
  const online = uow.add(
    uow.em.create(OnlinePayment, {
      ...{ agencyId: uow.agencyId, id, orderId, branchId, orderNumber, ...amount, ...page },
      ...{ startedBy: uow.userId, state: 'open', paymentId: null, version: 0, createdAt: uow.now },
    }),
  );
  const { provider, payAt, expiresAt } = page;
  uow.publish(online, events.onlinePaymentStarted, {
    ...{ onlinePaymentId: id, orderId, branchId, provider, amount },
  });
  return { onlinePaymentId: id, payAt, amount: moneyToJson(amount), expiresAt: expiresAt.toString() };
}
