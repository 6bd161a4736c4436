import type { UnitOfWork } from '@yitu/persistence';
import { branchOf } from './branch.ts';

/**
 * The next number of a branch in a series and year, such as `HT-HQ-2026-000001`. The series is a row of the transaction, locked until its end:
 * what is not stored gives its number back, so there are no gaps. Draw it as late as possible, after all other locks.
 * @param prefix what the number begins with, or '' @throws directory/branch-unknown
 */
export async function drawNumber(
  uow: UnitOfWork,
  { branchId, series, year, prefix }: { branchId: string; series: string; year: number; prefix: string },
): Promise<string> {
  const { code } = await branchOf(uow, branchId);
  const [row] = await uow.rows<{ last: number }>(
    `insert into "${uow.schema}".number_series (agency_id, branch_id, series, year, last) values (?, ?, ?, ?::integer, 1)
     on conflict (agency_id, branch_id, series, year) do update set last = number_series.last + 1 returning last`,
    [uow.agencyId, branchId, series, year],
  );
  if (!row) throw new Error('a series always gives a number');
  const parts = [prefix, code, String(year), String(row.last).padStart(6, '0')];
  return parts.filter((part) => part !== '').join('-');
}
