import { newId } from '@yitu/kernel';
import type { UnitOfWork } from '@yitu/persistence';
import type { Component } from './components.ts';

/** How many years each part is kept after the year the file was closed in. */
export type Retention = Readonly<Record<Component, number>>;

/**
 * What applies until an agency has other rules. Papers of a sale: three years (E-Commerce Law art. 31; the tourism rules ask for two). Settlement
 * with its ledger numbers: thirty years, as accounting vouchers (会计档案管理办法, 2015, annex 1).
 */
const initialRetention: Retention = {
  contract: 3,
  'passenger-list': 3,
  itinerary: 3,
  'operations-sheet': 3,
  'ground-agent-confirmation': 3,
  insurance: 3,
  'vehicle-contracts': 3,
  attachments: 3,
  'feedback-forms': 3,
  'guide-report': 3,
  'partner-contracts': 3,
  settlement: 30,
};

/** The agency's retention rules on a day; the first ones are stored when they are first needed. @param on local date */
export async function retentionInForce(uow: UnitOfWork, on: string): Promise<Retention> {
  await uow.rows(
    `insert into itinerary.retention_rules (agency_id, id, version, valid_from, years)
     select ?, ?, 1, date '2026-01-01', ?::jsonb where not exists (select from itinerary.retention_rules where agency_id = ?)
     on conflict (agency_id, version) do nothing`,
    [uow.agencyId, newId(), JSON.stringify(initialRetention), uow.agencyId],
  );
  const [rules] = await uow.rows<{ years: Retention }>(
    `select years from itinerary.retention_rules where agency_id = ? and valid_from <= ?::date order by version desc limit 1`,
    [uow.agencyId, on],
  );
  return rules?.years ?? initialRetention;
}

/**
 * The last day a file must be kept: years are counted from the end of the year it was closed in, as accounting archives are, and the longest
 * retention of any part in it goes for the whole.
 * @param closedOn local date
 */
export function retainUntil(closedOn: string, present: readonly Component[], years: Retention): string {
  const longest = Math.max(0, ...present.map((component) => years[component]));
  return `${Number(closedOn.slice(0, 4)) + longest}-12-31`;
}
