import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';

/** Keeps the branches' codes at hand: they are part of order numbers. */
export const onBranchOpened = reaction(events.branchOpened, async (uow, { branchId, code }) => {
  await uow.rows(
    'insert into booking.branches (agency_id, id, code) values (?, ?, ?) on conflict (agency_id, id) do update set code = excluded.code',
    [uow.agencyId, branchId, code],
  );
});
