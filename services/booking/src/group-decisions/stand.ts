import { events } from '@yitu/contracts';
import type { UnitOfWork } from '@yitu/persistence';
import { stateOnSale } from '../departures/change-departure/decide.ts';
import type { Departure, GroupStanding } from '../departures/departure.ts';
import { Product } from '../products/product.ts';

/** Tells how a group stands; a departure on sale that takes place is shown as that, and its customers are told where that was in doubt. */
export async function stand(
  uow: UnitOfWork,
  departure: Departure,
  groupStanding: Exclude<GroupStanding, 'undecided'>,
  confirmedSeats: number,
): Promise<void> {
  departure.groupStanding = groupStanding;
  if (departure.state !== 'closed') departure.state = stateOnSale(departure);
  const { id: departureId, minimumGroup, groupNumber, departsOn } = departure;
  const { name: productName } = await uow.get(Product, departure.productId);
  const guaranteed = groupStanding === 'guaranteed';
  uow.publish(departure, guaranteed ? events.departureGuaranteed : events.departureAtRisk, {
    ...{ departureId, minimumGroup, confirmedSeats, groupNumber, productName, departsOn },
    operatingBranchId: await operatingBranchOf(uow, departure),
  });
  // A minimum of one is none: nobody doubted that it takes place.
  if (guaranteed && minimumGroup > 1)
    uow.publishLater(departureId, events.guaranteeTellingDue, { departureId }, uow.now);
}

async function operatingBranchOf(uow: UnitOfWork, { operatingBranchId }: Departure): Promise<string> {
  if (operatingBranchId != null) return operatingBranchId;
  const [headquarters] = await uow.rows<{ id: string }>(
    `select id from booking.branches where agency_id = ? and kind = 'headquarters' limit 1`,
    [uow.agencyId],
  );
  return headquarters?.id ?? '';
}
