import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';
import { openAccounts } from './chart.ts';

/** Opens a new agency's books with the built-in chart of accounts. */
export const onAgencyFounded = reaction(events.agencyFounded, openAccounts);
