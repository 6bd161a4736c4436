import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { command, type UnitOfWork } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { ArchiveFile } from '../archive-files/archive-file.ts';
import { authorship } from '../author.ts';
import type { BookedOrder, Bookings, Departure } from '../bookings.ts';
import { errors } from '../errors.ts';
import { onOwnAccount } from '../remote.ts';
import { noteSheet } from '../trips/trip-departures.ts';
import { headsOf, noteTripOrders, travels, tripOrdersOf } from '../trips/trip-orders.ts';
import { OperationsSheet } from './operations-sheet.ts';
import { sheetDetail, SheetDetail } from './sheet-view.ts';

interface OpenSheet {
  readonly departure: Departure;
  readonly orders: readonly BookedOrder[];
}

/** Opens the sheet of a departure, and with it the archive file the trip's papers are kept in. */
const openSheet = command(
  { permission: 'itinerary.operations-sheet.open' },
  async (uow, { departure, orders }: OpenSheet) => {
    if (departure.state === 'cancelled') throw errors.departureCancelled();
    await noteTripOrders(uow, orders.filter(travels));
    const headCount = headsOf(await tripOrdersOf(uow, departure.departureId));
    const { state: _ofBooking, ...copied } = departure;
    const sheet = uow.add(
      uow.em.create(OperationsSheet, {
        ...authorship(uow),
        id: newId(),
        ...copied,
        state: 'preparing',
        endedAt: null,
        version: 0,
        createdAt: uow.now,
      }),
    );
    const { id: operationsSheetId, departureId, groupNumber } = sheet;
    uow.publish(sheet, events.operationsSheetOpened, {
      ...{ operationsSheetId, departureId, groupNumber, branchId: sheet.branchId },
    });
    openArchiveFile(uow, sheet);
    await noteSheet(uow, departure, sheet.branchId);
    return sheetDetail(sheet, { headCount, guide: undefined, reservations: [], checkIns: [] });
  },
);

function openArchiveFile(uow: UnitOfWork, { id: operationsSheetId, departureId }: OperationsSheet): void {
  const file = uow.add(
    uow.em.create(ArchiveFile, {
      ...authorship(uow),
      id: newId(),
      departureId,
      operationsSheetId,
      state: 'open',
      components: null,
      closeReason: null,
      closedBy: null,
      closedAt: null,
      retainUntil: null,
      version: 0,
      createdAt: uow.now,
    }),
  );
  uow.publish(file, events.archiveFileOpened, { archiveFileId: file.id, departureId, operationsSheetId });
}

export const openOperationsSheetRoute = (bookings: Bookings) =>
  route({
    method: 'POST',
    path: '/v1/operations-sheets',
    summary: 'Open the operations sheet of a departure, and its archive file',
    access: 'itinerary.operations-sheet.open',
    body: Type.Object({ departureId: Id }),
    result: SheetDetail,
    status: 201,
    handle: async (call, { body }) =>
      openSheet(call, await bookings.ordersOf(onOwnAccount(call.principal), body.departureId)),
  });
