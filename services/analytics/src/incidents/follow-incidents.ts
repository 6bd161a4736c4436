import { events } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';
import type { UnitOfWork } from '@yitu/persistence';

/** An incident's events come in their order, so its row is there from the first one. */
const onIncidentOpened = reaction(
  events.incidentOpened,
  async (uow, { incidentId, kind, severity }, { time }) => {
    await uow.rows(
      `insert into analytics.incident_facts (agency_id, id, kind, severity, opened_at) values (?, ?, ?, ?, ?)
       on conflict (agency_id, id) do nothing`,
      [uow.agencyId, incidentId, kind, severity, time],
    );
  },
);

const note = async (uow: UnitOfWork, incidentId: string, set: string, values: readonly unknown[]) => {
  await uow.rows(`update analytics.incident_facts set ${set} where agency_id = ? and id = ?`, [
    ...values,
    uow.agencyId,
    incidentId,
  ]);
};

export const followIncidents = [
  onIncidentOpened,
  // What goes back to be investigated was not contained.
  reaction(events.incidentChanged, (uow, { incidentId, severity, state }) =>
    note(
      uow,
      incidentId,
      `severity = ?, contained_at = case when ? = 'investigating' then null else contained_at end`,
      [severity, state],
    ),
  ),
  reaction(events.incidentContained, (uow, { incidentId }, { time }) =>
    note(uow, incidentId, 'contained_at = ?', [time]),
  ),
  reaction(events.incidentClosed, (uow, { incidentId }, { time }) =>
    note(uow, incidentId, 'closed_at = ?', [time]),
  ),
  reaction(events.incidentReopened, (uow, { incidentId }) =>
    note(uow, incidentId, 'contained_at = null, closed_at = null', []),
  ),
];
