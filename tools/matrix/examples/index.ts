import type { Examples } from '../example.ts';
import { analytics } from './analytics.ts';
import { booking } from './booking.ts';
import { crm } from './crm.ts';
import { finance } from './finance.ts';
import { identity } from './identity.ts';
import { itinerary } from './itinerary.ts';
import { notifications } from './notifications.ts';

/** What calls need that the schemas of their operations cannot say, by service and operation. */
export const examples: Readonly<Record<string, Examples>> = {
  identity,
  crm,
  booking,
  itinerary,
  finance,
  notifications,
  analytics,
};
