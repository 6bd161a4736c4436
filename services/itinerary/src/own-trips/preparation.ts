import { addDays, DomainError, today } from '@yitu/kernel';
import { query, type Call } from '@yitu/persistence';
import type { BookedOrder, Departure } from '../bookings.ts';
import type { GuideContact, Guides } from '../guides.ts';
import { CheckIn, GuideAssignment, OperationsSheet } from '../operations-sheets/operations-sheet.ts';
import { Plan } from '../plans/plan.ts';

/** Days before the departure from which on travellers know who guides them: until then another may be found. */
export const guideKnownDays = 7;

/** Asked on the service's own account once booking has said whose the order is: of the group nothing is told but what concerns it. */
export const preparationOf = query(
  { permission: 'itinerary.trip.read', oneState: true },
  async (uow, { orderId, departureId }: Pick<BookedOrder, 'orderId' | 'departureId'>) => {
    const [sheet] = await uow.find(OperationsSheet, { departureId });
    const [plan] = await uow.find(Plan, { departureId });
    const ofSheet = sheet && { operationsSheetId: sheet.id };
    const [guide] = ofSheet ? await uow.find(GuideAssignment, ofSheet) : [];
    const checkIns = ofSheet ? await uow.find(CheckIn, { ...ofSheet, orderId }) : [];
    return { sheet, plan, guideId: guide?.guideId, checkedIn: checkIns.length };
  },
);

/** How to reach the guide, while the trip is near. It is shown without its guide rather than not at all. @param call on the service's own account */
export async function guideOf(
  guides: Guides,
  call: Call,
  departure: Departure,
  guideId: string | undefined,
): Promise<GuideContact | null> {
  if (guideId === undefined || !isNear(departure, call)) return null;
  try {
    return await guides.contact(call, guideId);
  } catch (error) {
    if (error instanceof DomainError && error.status === 503) return null;
    throw error;
  }
}

function isNear({ departsOn, returnsOn, timeZone }: Departure, { clock }: Call): boolean {
  const date = today(clock.now(), timeZone);
  return date >= addDays(departsOn, -guideKnownDays) && date <= returnsOn;
}
