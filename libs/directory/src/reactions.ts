import { events } from '@yitu/contracts';
import { reaction, type Reaction } from '@yitu/messaging';

const onAgencyFounded = reaction(events.agencyFounded, async (uow, { code, name, currency, timeZone }) => {
  await uow.rows(
    `insert into "${uow.schema}".agencies (agency_id, code, name, currency, time_zone) values (?, ?, ?::jsonb, ?, ?) on conflict do nothing`,
    [uow.agencyId, code, JSON.stringify(name ?? { zh: code, en: code }), currency, timeZone],
  );
});

const onBranchOpened = reaction(events.branchOpened, async (uow, { branchId, code, name }) => {
  await uow.rows(
    `insert into "${uow.schema}".branches (agency_id, id, code, name) values (?, ?, ?, ?::jsonb) on conflict do nothing`,
    [uow.agencyId, branchId, code, JSON.stringify(name ?? { zh: code, en: code })],
  );
});

const onBranchChanged = reaction(events.branchChanged, async (uow, { branchId, code, name }) => {
  await uow.rows(`update "${uow.schema}".branches set name = ?::jsonb where agency_id = ? and id = ?`, [
    JSON.stringify(name ?? { zh: code, en: code }),
    uow.agencyId,
    branchId,
  ]);
});

const onBranchClosed = reaction(events.branchClosed, async (uow, { branchId }) => {
  await uow.rows(`update "${uow.schema}".branches set closed = true where agency_id = ? and id = ?`, [
    uow.agencyId,
    branchId,
  ]);
});

/** Keep agencies and branches at hand: for the reactions of a service that has the tables. */
export const directoryReactions: readonly Reaction[] = [
  onAgencyFounded,
  onBranchOpened,
  onBranchChanged,
  onBranchClosed,
];
