import { events } from '@yitu/contracts';
import type { UnitOfWork } from '@yitu/persistence';

/** Sends the message that ends an order's hold at this instant, unless the hold ends at another one by then. */
export const holdUntilDue = (uow: UnitOfWork, orderId: string, end: Temporal.Instant): void =>
  uow.publishLater(orderId, events.holdExpiryDue, { orderId, holdExpiresAt: end.toString() }, end);
