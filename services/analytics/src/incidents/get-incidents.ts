import { reachOf } from '@yitu/access';
import { query, requestErrors } from '@yitu/persistence';
import { LocalDate, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { checkPeriod } from '../period.ts';

const Query = Type.Object({ from: LocalDate, to: LocalDate });

const mean = (of: string) =>
  Type.Union([Type.Number({ minimum: 0 }), Type.Null()], {
    description: `Mean hours from opening to ${of}; null where none has got there`,
  });
const figures = {
  opened: Type.Integer(),
  contained: Type.Integer(),
  closed: Type.Integer(),
  hoursToContain: mean('containment'),
  hoursToClose: mean('closing'),
};
const Incidents = Type.Object({
  months: Type.Array(
    Type.Object(
      {
        month: Type.String({ description: 'YYYY-MM, when they were opened' }),
        kind: Type.String(),
        severity: Type.String(),
        ...figures,
      },
      { title: 'IncidentMonth' },
    ),
  ),
  total: Type.Object(figures),
  open: Type.Integer({ description: 'Not closed now, whenever they were opened' }),
});

type Row = Static<typeof Incidents>['months'][number];

const hours = (until: string) =>
  `round((extract(epoch from avg(${until} - opened_at)) / 3600)::numeric, 2)::float8`;

const measures = `count(*)::integer as opened, count(contained_at)::integer as contained, count(closed_at)::integer as closed,
  ${hours('contained_at')} as "hoursToContain", ${hours('closed_at')} as "hoursToClose"`;

const none = { opened: 0, contained: 0, closed: 0, hoursToContain: null, hoursToClose: null };

/** Each incident counts in the month it was opened in, by the agency's calendar, with what has become of it since. */
const getIncidents = query(
  { permission: 'analytics.report.read' },
  async (uow, { from, to }: Static<typeof Query>): Promise<Static<typeof Incidents>> => {
    // Incidents concern the agency: zeros for a branch would be read as "nothing happened".
    if (reachOf(uow.member, 'analytics.report.read') !== 'agency') throw requestErrors.outOfReach();
    const rows = await uow.rows<Omit<Row, 'month'> & { month: string | null }>(
      `with zone as (select coalesce((select time_zone from analytics.agencies where agency_id = ?), 'UTC') as name),
       opened as (
         select incident_facts.*, to_char(opened_at at time zone zone.name, 'YYYY-MM') as month from analytics.incident_facts, zone
         where agency_id = ? and opened_at >= (?::date::timestamp at time zone zone.name)
           and opened_at < ((?::date + 1)::timestamp at time zone zone.name)
       )
       select month, kind, severity, ${measures} from opened
       group by grouping sets ((month, kind, severity), ()) having count(*) > 0 order by month, kind, severity`,
      [uow.agencyId, uow.agencyId, from, to],
    );
    const [open] = await uow.rows<{ count: number }>(
      'select count(*)::integer as count from analytics.incident_facts where agency_id = ? and closed_at is null',
      [uow.agencyId],
    );
    const total = rows.find(({ month }) => month === null);
    const months = rows.flatMap(({ month, ...row }) => (month === null ? [] : [{ month, ...row }]));
    return { months, total: total ? figuresOf(total) : none, open: open?.count ?? 0 };
  },
);

const figuresOf = ({ opened, contained, closed, hoursToContain, hoursToClose }: Omit<Row, 'month'>) => ({
  opened,
  contained,
  closed,
  hoursToContain,
  hoursToClose,
});

export const getIncidentsRoute = () =>
  route({
    method: 'GET',
    path: '/v1/incidents',
    summary: 'Security incidents per month, kind and severity, and how long they took',
    access: 'analytics.report.read',
    query: Query,
    result: Incidents,
    handle: async (call, { query: period }) => {
      checkPeriod(period);
      return getIncidents(call, period);
    },
  });
