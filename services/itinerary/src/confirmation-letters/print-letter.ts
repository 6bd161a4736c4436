import { requirePermission } from '@yitu/access';
import { agencyOf, branchOf } from '@yitu/directory';
import type { Print } from '@yitu/documents';
import { query, type Call } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import type { BookedOrder, Bookings } from '../bookings.ts';
import { errors } from '../errors.ts';
import type { Guides } from '../guides.ts';
import { ownOrder } from '../own-trips/own-order.ts';
import { guideOf, preparationOf } from '../own-trips/preparation.ts';
import { travels } from '../trips/trip-orders.ts';
import { layoutLetter, type Letter } from './layout.ts';

const permission = 'itinerary.confirmation-letter.read';

const houseOf = query({ permission: 'itinerary.trip.read' }, async (uow, branchId: string) => {
  const { name: agency } = await agencyOf(uow);
  const { name: branch } = await branchOf(uow, branchId);
  return { agency, branch };
});

interface Ports {
  readonly bookings: Bookings;
  readonly guides: Guides;
  readonly print: Print;
}

/** Whose the order is booking says, on behalf of the caller; the rest is asked on the service's own account. @throws itinerary/not-confirmed */
async function letterOf({ bookings, guides }: Ports, call: Call, orderId: string): Promise<Letter> {
  const { order, departure } = await ownOrder(bookings, call, orderId);
  checkConfirmed(order);
  const { agencyId } = requirePermission(call.principal, permission).member;
  const itself = { ...call, principal: { kind: 'service', service: 'itinerary', agencyId } as const };
  const preparation = await preparationOf(itself, order);
  const { productName, groupNumber, departsOn, returnsOn } = departure;
  return {
    ...(await houseOf(itself, order.branchId)),
    ...{ orderNumber: order.number, heads: order.heads, total: order.total },
    ...{ productName, groupNumber, departsOn, returnsOn, days: preparation.plan?.days ?? [] },
    guide: await guideOf(guides, itself, departure, preparation.guideId),
  };
}

function checkConfirmed(order: BookedOrder): void {
  if (!travels(order)) throw errors.notConfirmed({ state: order.state });
}

export const printLetterRoute = (ports: Ports) =>
  route({
    method: 'GET',
    path: '/v1/confirmation-letters/:orderId',
    summary: 'The confirmation of an order’s trip as PDF: dates, days, notes, whom to call',
    access: permission,
    params: Type.Object({ orderId: Id }),
    query: Type.Object({ language: Type.Enum(['zh', 'en'], { default: 'zh' }) }),
    result: Type.Unsafe<Uint8Array>(Type.String({ format: 'binary' })),
    mediaType: 'application/pdf',
    handle: async (call, { params, query: { language } }) =>
      Buffer.from(await ports.print(layoutLetter(await letterOf(ports, call, params.orderId), language))),
  });
