import type { TaskKind } from '@yitu/runtime';

/** Incidents that are not closed; they have no number. Row security shows others than the agency's those they reported themselves. */
const incidentOpen: TaskKind = {
  ...{ kind: 'incident-open', permission: 'identity.incident.handle', by: 'at' },
  rows: ({ agencyId, within }) => ({
    sql: `select i.id, null::text as number, i.opened_at as since from identity.incidents i
      where i.agency_id = ? and i.state in ('open', 'investigating', 'contained') and ${within.sql} order by i.id`,
    values: [agencyId, ...within.values],
  }),
};

export const taskKinds: readonly TaskKind[] = [incidentOpen];
