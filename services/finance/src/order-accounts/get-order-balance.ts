import { finance } from '@yitu/contracts';
import { query } from '@yitu/persistence';
import { rpc } from '@yitu/runtime';
import { OrderAccount } from './order-account.ts';

const received = query({ permission: 'finance.payment.read' }, async (uow, orderId: string) => {
  const [account] = await uow.find(OrderAccount, { orderId });
  return account && { amount: account.received - account.refunded, currency: account.currency };
});

/** What has been received for an order, for the services that wait for it. */
export const getOrderBalanceRpc = () =>
  rpc(finance.PaymentsServiceService.getOrderBalance, async (call, { orderId }) => ({
    orderId,
    received: await received(call, orderId),
  }));
