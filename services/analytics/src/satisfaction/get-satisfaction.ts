import { query } from '@yitu/persistence';
import { Id, LocalDate, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { checkPeriod, Period } from '../period.ts';

const mark = Type.Number({ minimum: 1, maximum: 5, description: 'Average of 1 to 5' });
const figures = {
  answers: Type.Integer({ minimum: 1 }),
  attitude: mark,
  efficiency: mark,
  quality: mark,
  price: mark,
  afterSales: mark,
  nps: Type.Integer({
    minimum: -100,
    maximum: 100,
    description: 'Net promoter score: 9–10 less 0–6, in per cent',
  }),
};
const Satisfaction = Type.Object({
  days: Type.Array(Type.Object({ branchId: Id, day: LocalDate, ...figures })),
  total: Type.Union([Type.Object(figures), Type.Null()]),
});

/** The sums of one branch and day, or of several together. */
interface Sums {
  readonly answers: number;
  readonly attitude: number;
  readonly efficiency: number;
  readonly quality: number;
  readonly price: number;
  readonly afterSales: number;
  readonly promoters: number;
  readonly detractors: number;
}

/** Pure: averages to two places, and the net promoter score. */
export function satisfactionOf(sums: Sums) {
  const { answers, promoters, detractors } = sums;
  const average = (sum: number) => Math.round((sum / answers) * 100) / 100;
  return {
    answers,
    attitude: average(sums.attitude),
    efficiency: average(sums.efficiency),
    quality: average(sums.quality),
    price: average(sums.price),
    afterSales: average(sums.afterSales),
    nps: Math.round(((promoters - detractors) / answers) * 100),
  };
}

const sums = `count(*)::integer as answers, sum(attitude)::integer as attitude, sum(efficiency)::integer as efficiency, sum(quality)::integer as quality,
  sum(price)::integer as price, sum(after_sales)::integer as "afterSales",
  (count(*) filter (where nps >= 9))::integer as promoters, (count(*) filter (where nps <= 6))::integer as detractors`;

const getSatisfaction = query(
  { permission: 'analytics.report.read' },
  async (uow, { from, to, branchId }: Period): Promise<Static<typeof Satisfaction>> => {
    const rows = await uow.rows<Sums & { branchId: string | null; day: string | null }>(
      `with zone as (select coalesce((select time_zone from analytics.agencies where agency_id = ?), 'UTC') as name),
       answered as (
         select survey_facts.*, (answered_at at time zone zone.name)::date as day from analytics.survey_facts, zone
         where agency_id = ? and answered_at >= (?::date::timestamp at time zone zone.name)
           and answered_at < ((?::date + 1)::timestamp at time zone zone.name) and (?::uuid is null or branch_id = ?)
       )
       select branch_id as "branchId", day::text, ${sums} from answered
       group by grouping sets ((branch_id, day), ()) having count(*) > 0 order by day, branch_id`,
      [uow.agencyId, uow.agencyId, from, to, branchId ?? null, branchId ?? null],
    );
    const total = rows.find((row) => row.branchId === null);
    const days = rows.flatMap((row) =>
      row.branchId && row.day ? [{ branchId: row.branchId, day: row.day, ...satisfactionOf(row) }] : [],
    );
    return { days, total: total ? satisfactionOf(total) : null };
  },
);

export const getSatisfactionRoute = () =>
  route({
    method: 'GET',
    path: '/v1/satisfaction',
    summary: 'How satisfied customers were, per branch and day',
    access: 'analytics.report.read',
    query: Period,
    result: Satisfaction,
    handle: async (call, { query: period }) => {
      checkPeriod(period);
      return getSatisfaction(call, period);
    },
  });
