import { command } from '@yitu/persistence';
import { Order } from '../orders/order.ts';
import { choose, type Chosen } from './choose.ts';
import { groupChoiceView } from './group-choice.ts';

type Recording = Omit<Chosen, 'recordedBy'> & { readonly orderId: string; readonly version: number };

/** Staff record what a customer chose and how they said so, and it is done. @throws what choose throws */
export const recordChoice = command(
  { permission: 'booking.group-choice.record' },
  async (uow, { orderId, version, ...chosen }: Recording) => {
    const order = await uow.lock(Order, orderId, version);
    return groupChoiceView(await choose(uow, order, { ...chosen, recordedBy: uow.userId }));
  },
);
