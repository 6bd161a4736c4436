import { events } from '@yitu/contracts';
import { DomainError } from '@yitu/kernel';
import { command, query, type Call } from '@yitu/persistence';
import type { Static } from 'typebox';
import type { BookedOrder, Bookings } from '../../bookings.ts';
import { CheckIn, OperationsSheet, partOf } from '../../operations-sheets/operations-sheet.ts';
import { lockOpenSheet } from '../../operations-sheets/parts.ts';
import { onOwnAccount } from '../../remote.ts';
import { noteTripOrders, travels, tripOrdersOf } from '../trip-orders.ts';
import { tripView, type TripView } from '../trip-view.ts';
import { decideCheckIn, type CheckingIn } from './decide.ts';

const permission = 'itinerary.trip.check-in';

export interface CheckInTraveller extends CheckingIn {
  readonly sheetId: string;
  readonly orderId: string;
}

/**
 * Checks a traveller in. Booking is asked for the orders of the trip; when it cannot be reached the passenger list kept here decides: a coach does
 * not wait for a server.
 */
export const checkIn =
  (bookings: Bookings) =>
  async (call: Call, input: CheckInTraveller): Promise<Static<typeof TripView>> => {
    const departureId = await departureOfSheet(call, input.sheetId);
    return enterCheckIn(call, { ...input, asked: await askOrders(bookings, call, departureId) });
  };

const departureOfSheet = query({ permission }, async (uow, sheetId: string) => {
  const { departureId } = await uow.get(OperationsSheet, sheetId);
  return departureId;
});

async function askOrders(
  bookings: Bookings,
  call: Call,
  departureId: string,
): Promise<BookedOrder[] | undefined> {
  try {
    const { orders } = await bookings.ordersOf(onOwnAccount(call.principal), departureId);
    return orders.filter(travels);
  } catch (error) {
    if (error instanceof DomainError && error.status === 503) return undefined;
    throw error;
  }
}

const enterCheckIn = command(
  { permission },
  async (uow, input: CheckInTraveller & { asked: BookedOrder[] | undefined }) => {
    const { sheetId, orderId, travellerId, asked } = input;
    const sheet = await lockOpenSheet(uow, sheetId);
    await noteTripOrders(uow, asked ?? []);
    const known = await tripOrdersOf(uow, sheet.departureId);
    const order = (asked ?? known).find((one) => one.orderId === orderId);
    const earlier = await uow.find(CheckIn, { operationsSheetId: sheetId });
    const present = earlier.map((one) => one.travellerId);
    decideCheckIn(sheet, order, present, input, uow.now);
    const entered = uow.add(
      uow.em.create(CheckIn, {
        ...partOf(sheet),
        travellerId,
        orderId,
        checkedInBy: uow.userId,
        checkedInAt: uow.now,
      }),
    );
    sheet.state = 'travelling';
    const { departureId } = sheet;
    uow.publish(sheet, events.travellerCheckedIn, {
      operationsSheetId: sheetId,
      departureId,
      orderId,
      travellerId,
      branchId: sheet.branchId,
    });
    return tripView(sheet, known, [...earlier, entered]);
  },
);
