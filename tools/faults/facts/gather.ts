import { penaltyShare, type LoadedAgency } from '../load/agency.ts';
import { payAllBack } from '../load/pay-back.ts';
import { sellOut } from '../load/sell-out.ts';
import { endWaiting } from '../load/waiting.ts';
import { drain, quiet, recover, type Watched } from '../settle.ts';
import type { Facts } from './facts.ts';
import { readCampaigns, readCoupons, readCredits } from './read-limits.ts';
import {
  readBooks,
  readDepartures,
  readEnds,
  readFigures,
  readPayments,
  readRefunds,
  readWaitingEntries,
} from './read-public.ts';

/** What was looked at meanwhile, over and over. */
export type Samples = Pick<Facts, 'samples' | 'limitSamples'>;

/** Lets everything come to rest, sells what is left, and reads all there is to know. */
export async function gatherFacts(watched: Watched, agency: LoadedAgency, samples: Samples): Promise<Facts> {
  const { system, books, stream, history } = watched;
  await recover(watched);
  await renewAll(agency);
  const patience = await drain(watched, agency);
  const performing = { origin: system.origin, agency, history };
  await endWaiting(performing);
  await quiet(watched, agency, patience); // what they gave back is offered to the next, or free
  await payAllBack(performing);
  const sellOuts = await sellOut(performing);
  await renewAll(agency);
  await quiet(watched, agency, patience); // their signing in is told, too
  const readAt = system.clock.now();
  const durables = await stream.durables();
  const { orders, cancellations } = await readEnds(agency);
  return {
    ...{ operations: history.operations, faults: history.faults, ...samples, sellOuts, readAt },
    ...{ orders, cancellations },
    penaltyShare,
    departures: await readDepartures(agency),
    campaigns: await readCampaigns(agency),
    coupons: await readCoupons(agency, orders, history.operations),
    credits: await readCredits(agency),
    waitingEntries: await readWaitingEntries(agency),
    payments: await readPayments(agency),
    refunds: await readRefunds(agency),
    ...(await readBooks(agency)),
    figures: system.services.includes('analytics') ? await readFigures(agency, readAt) : undefined,
    events: await stream.events(agency.id, history.beganAt),
    outbox: await books.outbox(agency.id, readAt),
    consumers: await books.consumers(agency.id, durables),
    quarantined: await books.quarantined(agency.id),
  };
}

/** Everybody signs in again: waiting may have taken longer than a token is valid. */
async function renewAll({ people }: LoadedAgency): Promise<void> {
  await Promise.all(Object.values(people).map((person) => person.renew()));
}
