import type { UnitOfWork } from '@yitu/persistence';
import type { Period } from '../period.ts';

/** Figures of one branch, day and currency; amounts in minor units. */
export interface SalesRow {
  readonly branchId: string;
  readonly day: string;
  readonly currency: string;
  readonly placed: number;
  readonly confirmed: number;
  readonly ended: number;
  readonly sales: bigint;
  readonly revenue: bigint;
  readonly cost: bigint;
}

const counted = (instant: string, figures: string) =>
  `select branch_id, currency, (${instant} at time zone zone.name)::date as day, ${figures}
   from analytics.order_facts, zone
   where agency_id = ? and ${instant} >= (?::date::timestamp at time zone zone.name)
     and ${instant} < ((?::date + 1)::timestamp at time zone zone.name) and (?::uuid is null or branch_id = ?)`;

/**
 * Sales per branch, day and currency, of the days something happened on: an order counts on the day it was placed, its sales on the day it was
 * confirmed (none once it has ended: then nothing is sold), revenue and cost on the day its group was settled. Days are the agency's own; UTC's
 * until its time zone is known here.
 */
export async function salesFigures(uow: UnitOfWork, { from, to, branchId }: Period): Promise<SalesRow[]> {
  const filter = [uow.agencyId, from, to, branchId ?? null, branchId ?? null];
  const rows = await uow.rows<SalesRow & { sales: string; revenue: string; cost: string }>(
    `with zone as (select coalesce((select time_zone from analytics.agencies where agency_id = ?), 'UTC') as name),
     moments as (
       ${counted('placed_at', '1 as placed, 0 as confirmed, 0 as ended, 0::bigint as sales, 0::bigint as revenue, 0::bigint as cost')}
       union all ${counted('confirmed_at', '0, 1, 0, case when ended_at is null then sales else 0 end, 0, 0')}
       union all ${counted('ended_at', '0, 0, 1, 0, 0, 0')}
       union all ${counted('settled_at', '0, 0, 0, 0, revenue, cost')}
     )
     select branch_id as "branchId", day::text, currency, sum(placed)::integer as placed, sum(confirmed)::integer as confirmed, sum(ended)::integer as ended,
       sum(sales)::text as sales, sum(revenue)::text as revenue, sum(cost)::text as cost
     from moments group by branch_id, day, currency order by day, branch_id, currency`,
    [uow.agencyId, ...filter, ...filter, ...filter, ...filter],
  );
  return rows.map((row) => ({
    ...row,
    sales: BigInt(row.sales),
    revenue: BigInt(row.revenue),
    cost: BigInt(row.cost),
  }));
}
