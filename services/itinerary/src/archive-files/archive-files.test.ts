import { signLink } from '@yitu/access';
import { events } from '@yitu/contracts';
import { fixedClock, newId } from '@yitu/kernel';
import { eventually, startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  anonymous,
  approvedOrder,
  ifMatch,
  later,
  made,
  openDesk,
  publishAs,
  publishedOf,
  schedule,
  type Desk,
  staffOf,
} from '../fixtures/desk.ts';
import { components } from './components.ts';

const clock = fixedClock('2026-05-01T01:00:00Z');
let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm', 'booking', 'itinerary'], clock });
});
afterAll(() => world.close());

interface FileAnswer {
  readonly id: string;
  readonly state: string;
  readonly missing: string[];
  readonly components: { component: string; state: string; reference?: string; since?: string }[];
  readonly retainUntil: string | null;
  readonly version: number;
  readonly code?: string;
}

const at = (path: string) => `${world.url('itinerary')}/v1/${path}`;
const fileOf = (departureId: string) => at(`archive-files/${departureId}`);

/** A trip of one day, today, for which one order is confirmed and the sheet is open. */
async function tripToday() {
  const desk = await openDesk(world);
  const departure = await schedule(world, desk, { departsOn: later(0, clock.now()), days: 1, amount: '0' });
  const order = await approvedOrder(world, desk, departure.id);
  const sheet = await made<{ id: string; version: number }>(() =>
    desk.operator.post(at('operations-sheets'), { departureId: departure.id }),
  );
  return { desk, departure, order, sheet };
}

async function endTrip(desk: Desk, sheetId: string, orderId: string): Promise<void> {
  const checkIn = { orderId, travellerId: desk.travellerIds[0], documentSeen: true };
  await made(() => desk.operator.post(at(`operations-sheets/${sheetId}/check-ins`), checkIn));
  await made(() => desk.operator.post(at(`operations-sheets/${sheetId}/trip-end`)));
}

async function signContract({ sales, agency }: Desk, orderId: string): Promise<string> {
  const contract = await made<{ id: string; number: string }>(() => sales.post(at('contracts'), { orderId }));
  await made(() => sales.post(at(`contracts/${contract.id}/sending`), {}, ifMatch(1)));
  const expiresAt = Math.floor(clock.now().add({ hours: 1 }).epochMilliseconds / 1_000);
  const grant = {
    agencyId: agency.id,
    permission: 'itinerary.contract.sign',
    objectId: contract.id,
  } as const;
  const token = signLink({ ...grant, expiresAt }, world.surroundings.secrets.linkSecret);
  await made(() => anonymous.post(at('contract-signing'), { token, signerName: '王小明', accepted: true }));
  return contract.number;
}

/** Asks a supplier and notes the answer. */
async function reserve(
  { operator }: Desk,
  sheetId: string,
  serviceKind: string,
  version: number,
): Promise<void> {
  const body = {
    supplierName: '大理地接社',
    serviceKind,
    description: '',
    deadline: later(0, clock.now()),
    agreedCost: {
      amount: '100',
      currency: 'CNY',
    },
  };
  const reservations = at(`operations-sheets/${sheetId}/reservations`);
  const sheet = await made<{ reservations: { id: string }[] }>(() =>
    operator.post(reservations, body, ifMatch(version)),
  );
  const number = { confirmationNumber: `${serviceKind}-1` };
  const path = `${reservations}/${sheet.reservations.at(-1)?.id}/confirmation`;
  await made(() => operator.post(path, number, ifMatch(version + 1)));
}

const presentOf = ({ components: all }: FileAnswer) =>
  Object.fromEntries(
    all.flatMap(({ component, state, reference }) => (state === 'present' ? [[component, reference]] : [])),
  );

describe('an archive file', () => {
  it('shows its twelve components as the papers come in, and is closed with its retention', async () => {
    const { desk, departure, order, sheet } = await tripToday();
    const { operator, agency } = desk;
    const read = async () => (await operator.get<FileAnswer>(fileOf(departure.id))).body;
    const opened = await read();
    expect(opened).toMatchObject({ state: 'open', version: 1, retainUntil: null });
    expect(opened.components.map(({ component }) => component)).toEqual(components);
    expect(Object.keys(presentOf(opened))).toEqual(['passenger-list', 'operations-sheet']);

    const plan = { departureId: departure.id, title: { zh: '大理', en: 'Dali' } };
    const days = [{ day: 1, title: { zh: '洱海', en: 'Lake Erhai' }, segments: [] }];
    const { id: planId } = await made<{ id: string }>(() =>
      desk.manager.post(at('plans'), { ...plan, days }),
    );
    const number = await signContract(desk, order.id);
    for (const [index, kind] of ['ground-agent', 'vehicle', 'insurance'].entries())
      await reserve(desk, sheet.id, kind, 1 + 2 * index);
    await endTrip(desk, sheet.id, order.id);
    const [surveyId, settlementId] = [newId(), newId()];
    await publishAs(world, agency.id, events.surveyAnswered, {
      id: surveyId,
      version: 1,
      data: {
        surveyId,
        customerId: desk.customerId,
        orderId: order.id,
        branchId: agency.headquartersId,
        attitude: 5,
        efficiency: 5,
        quality: 5,
        price: 5,
        afterSales: 5,
        nps: 10,
      },
    });
    await publishAs(world, agency.id, events.groupSettled, {
      id: settlementId,
      version: 1,
      data: {
        groupSettlementId: settlementId,
        departureId: departure.id,
        revenue: undefined,
        cost: undefined,
        grossProfit: undefined,
        shares: [],
        entryNumbers: ['JZ-HQ-2026-000001', 'JZ-HQ-2026-000002'],
      },
    });
    const missing = ['attachments', 'guide-report', 'partner-contracts'];
    const complete = await eventually(async () => {
      const file = await read();
      expect(file.missing).toEqual(missing);
      return file;
    });
    expect(presentOf(complete)).toMatchObject({
      contract: number,
      'passenger-list': '2',
      itinerary: planId,
      insurance: 'insurance-1',
      'ground-agent-confirmation': 'ground-agent-1',
      'vehicle-contracts': 'vehicle-1',
      'feedback-forms': surveyId,
      settlement: 'JZ-HQ-2026-000001, JZ-HQ-2026-000002',
    });

    const closing = { acknowledgeMissing: missing, reason: '小团无附件、无导游报告' };
    const closed = await operator.post<FileAnswer>(`${fileOf(departure.id)}/close`, closing, ifMatch(1));
    expect(closed).toMatchObject({
      status: 200,
      body: { state: 'closed', retainUntil: '2056-12-31', missing },
    });
    expect(await read()).toEqual({ ...closed.body });
    expect(await operator.post(`${fileOf(departure.id)}/close`, closing, ifMatch(2))).toMatchObject({
      status: 409,
      body: { code: 'itinerary/archive-file-closed' },
    });
    await eventually(async () =>
      expect(await publishedOf(world, complete.id)).toEqual(['archive-file.opened', 'archive-file.closed']),
    );
  });

  it('is not closed before the trip has ended, nor without naming exactly what is missing and why', async () => {
    const { desk, departure, order, sheet } = await tripToday();
    const close = (body: object, version = 1) =>
      desk.operator.post<FileAnswer & { errors: { rule: string }[] }>(
        `${fileOf(departure.id)}/close`,
        body,
        ifMatch(version),
      );
    expect(await close({})).toMatchObject({ status: 409, body: { code: 'itinerary/trip-not-ended' } });
    await endTrip(desk, sheet.id, order.id);
    const { missing } = (await desk.operator.get<FileAnswer>(fileOf(departure.id))).body;
    const reason = '说明';
    const incomplete = { status: 409, body: { code: 'itinerary/archive-file-incomplete' } };
    const refused = await close({});
    expect(refused).toMatchObject(incomplete);
    expect(refused.body.errors).toHaveLength(missing.length);
    expect(await close({ acknowledgeMissing: missing })).toMatchObject(incomplete);
    expect(await close({ acknowledgeMissing: missing.slice(1), reason })).toMatchObject(incomplete);
    expect(await close({ acknowledgeMissing: [...missing, 'passenger-list'], reason })).toMatchObject(
      incomplete,
    );
    expect((await close({ acknowledgeMissing: ['papers'], reason })).status).toBe(400);
    expect((await close({ acknowledgeMissing: missing, reason }, 9)).status).toBe(412);
    const closed = await close({ acknowledgeMissing: missing, reason });
    expect(closed).toMatchObject({ status: 200, body: { retainUntil: '2029-12-31' } });
  });

  it('lacks the contract while one of several orders has none', async () => {
    const { desk, departure, order } = await tripToday();
    const other = await approvedOrder(world, desk, departure.id, [desk.travellerIds[1]]);
    const contractOf = async () => {
      const { body } = await desk.operator.get<FileAnswer>(fileOf(departure.id));
      return body.components.find(({ component }) => component === 'contract');
    };
    const first = await signContract(desk, order.id);
    await eventually(async () => {
      const { rowCount } = await world.admin.query('select from itinerary.trip_orders where order_id = $1', [
        other.id,
      ]);
      expect(rowCount).toBe(1);
    });
    expect(await contractOf()).toEqual({ component: 'contract', state: 'missing' });
    const second = await signContract(desk, other.id);
    expect(await contractOf()).toMatchObject({ state: 'present', reference: `${first}, ${second}` });
  });

  it('is seen within reach only', async () => {
    const { desk, departure } = await tripToday();
    const franchise = await staffOf(desk.agency, 'branch-manager', await desk.agency.openBranch('franchise'));
    const stranger = await openDesk(world);
    for (const nobody of [franchise, stranger.operator]) {
      expect((await nobody.get(fileOf(departure.id))).status).toBe(404);
      expect((await nobody.post(`${fileOf(departure.id)}/close`, {}, ifMatch(1))).status).toBe(404);
    }
    expect((await desk.sales.get(fileOf(departure.id))).status).toBe(403);
  });
});
