import { itinerary } from '@yitu/contracts';
import { DomainError } from '@yitu/kernel';
import type { Ask, Behalf } from '@yitu/runtime';

/** What finance asks of itinerary. */
export interface Trips {
  /** How far the trip of a departure is: `ended`, or anything before; a trip nobody has prepared has not ended. @throws itinerary/unavailable */
  state(behalf: Behalf, departureId: string): Promise<string>;
}

/** Trips as itinerary tells of them over gRPC. */
export const tripsOf = (ask: Ask): Trips => ({
  state: async (behalf, departureId) => {
    try {
      const trip = await ask(itinerary.TripsServiceService.getTrip, { departureId }, behalf);
      return trip.state;
    } catch (error) {
      if (error instanceof DomainError && error.status === 404) return 'preparing';
      throw error;
    }
  },
});
