import { command, query, requestErrors, type UnitOfWork } from '@yitu/persistence';
import { InstantText, route, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';

/** How much a customer may hold by themselves: against seats being blocked by nobody who pays. */
export const PortalRules = Type.Object(
  {
    openHolds: Type.Integer({
      minimum: 0,
      maximum: 100,
      description: 'Unpaid orders with seats on hold at once, of those a customer has placed',
    }),
    seatsPerOrder: Type.Integer({ minimum: 1, maximum: 500, description: 'Travellers of one such order' }),
    openRequests: Type.Integer({
      ...{ minimum: 0, maximum: 100, default: 3 },
      description: 'Requests for quotations at once that nobody has answered',
    }),
    waitingEntries: Type.Integer({
      ...{ minimum: 0, maximum: 100, default: 3 },
      description: 'Departures a customer waits for at once',
    }),
  },
  { title: 'PortalRules' },
);

export type PortalRules = Static<typeof PortalRules>;

/** What applies until an agency has set its own. */
export const initialPortalRules: PortalRules = {
  openHolds: 3,
  seatsPerOrder: 9,
  openRequests: 3,
  waitingEntries: 3,
};

/** The rules in force, with their version: 1 are the initial ones. */
export async function portalRulesInForce(uow: UnitOfWork): Promise<PortalRules & { version: number }> {
  const [rules] = await uow.rows<PortalRules & { version: number }>(
    `select open_holds as "openHolds", seats_per_order as "seatsPerOrder", open_requests as "openRequests", waiting_entries as "waitingEntries", version
     from booking.portal_rules where agency_id = ? order by version desc limit 1`,
    [uow.agencyId],
  );
  return rules ?? { ...initialPortalRules, version: 1 };
}

const setRules = command(
  { permission: 'booking.rules.set' },
  async (uow, { version: read, ...after }: PortalRules & { readonly version: number }) => {
    const { version: current, ...before } = await portalRulesInForce(uow);
    if (read !== current) throw requestErrors.staleVersion({ current });
    const version = current + 1;
    // Of two who have read the same version the second finds its row taken.
    const [set] = await uow.rows<{ version: number }>(
      `insert into booking.portal_rules (agency_id, version, open_holds, seats_per_order, open_requests, waiting_entries, valid_from)
       values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing returning version`,
      [
        ...[uow.agencyId, version, after.openHolds, after.seatsPerOrder],
        ...[after.openRequests, after.waitingEntries, uow.now.toString()],
      ],
    );
    if (!set) throw requestErrors.staleVersion({ current: version });
    uow.audit({ objectType: 'PortalRules', objectId: uow.agencyId, change: 'update', before, after });
    return { ...after, version, validFrom: uow.now.toString() };
  },
);

const getRules = query({ permission: 'booking.rules.read' }, (uow, _input: object) =>
  portalRulesInForce(uow),
);

const RulesView = Type.Object(
  { ...PortalRules.properties, version: Version },
  { title: 'PortalRulesInForce' },
);

export const portalRulesRoutes = () => [
  route({
    method: 'PUT',
    path: '/v1/portal-rules',
    summary: 'Set how much a customer may hold by themselves, from now on',
    access: 'booking.rules.set',
    body: PortalRules,
    result: Type.Object({ ...RulesView.properties, validFrom: InstantText }),
    versioned: true,
    handle: (call, { body, version }) => setRules(call, { ...body, version }),
  }),
  route({
    method: 'GET',
    path: '/v1/portal-rules',
    summary: 'How much a customer may hold by themselves',
    access: 'booking.rules.read',
    result: RulesView,
    handle: (call) => getRules(call, {}),
  }),
];
