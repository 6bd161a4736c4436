import type { TaskKind } from '@yitu/runtime';

/** Only so many of the newest contracts and sheets are looked at: what is older and still open is found in their lists. */
const newest = 5_000;

/** Contracts that their customers have not signed. */
const contractToSign: TaskKind = {
  ...{ kind: 'contract-to-sign', permission: 'itinerary.contract.send', by: 'at' },
  ...{ branch: 'c.branch_id', owner: 'c.author_id' },
  rows: ({ agencyId, within }) => ({
    sql: `select c.id, c.number, c.created_at as since from (
        select id, number, branch_id, author_id, state, created_at from itinerary.contracts where agency_id = ? order by id desc limit ${newest}
      ) as c where c.state in ('generated', 'sent') and ${within.sql} order by c.id`,
    values: [agencyId, ...within.values],
  }),
};

/** Operations sheets with reservations that no supplier has confirmed; by the first deadline. */
const reservationToConfirm: TaskKind = {
  ...{ kind: 'reservation-to-confirm', permission: 'itinerary.operations-sheet.confirm', by: 'on' },
  ...{ branch: 's.branch_id', owner: 's.author_id' },
  rows: ({ agencyId, within }) => ({
    sql: `select s.id, s.group_number as number, open.since from (
        select agency_id, id, group_number, branch_id, author_id, state from itinerary.operations_sheets
        where agency_id = ? order by id desc limit ${newest}
      ) as s cross join lateral (
        select min(deadline) as since from itinerary.reservations
        where reservations.agency_id = s.agency_id and operations_sheet_id = s.id and reservations.state = 'requested'
      ) as open where s.state <> 'ended' and open.since is not null and ${within.sql} order by open.since`,
    values: [agencyId, ...within.values],
  }),
};

/** Departures somebody travels on that have no operations sheet yet and are not called off; by their date. */
const sheetToOpen: TaskKind = {
  ...{ kind: 'sheet-to-open', permission: 'itinerary.operations-sheet.open', by: 'on' },
  branch: 'd.branch_id',
  rows: ({ agencyId, within }) => ({
    sql: `select d.departure_id as id, d.group_number as number, d.departs_on as since from itinerary.trip_departures d
      where d.agency_id = ? and not d.has_sheet and not d.cancelled and d.departs_on >= (select day from today)
        and exists (select from itinerary.trip_orders t where t.agency_id = ? and t.departure_id = d.departure_id and not t.ended)
        and ${within.sql} order by d.departs_on`,
    values: [agencyId, agencyId, ...within.values],
  }),
};

export const taskKinds: readonly TaskKind[] = [contractToSign, sheetToOpen, reservationToConfirm];
