import { newId } from '@yitu/kernel';
import { eventually, startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { made, openDesk, publishedOf, schedule, staffOf } from '../fixtures/desk.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm', 'booking', 'itinerary'] });
});
afterAll(() => world.close());

interface PlanAnswer {
  readonly id: string;
  readonly version: number;
  readonly code?: string;
  readonly errors?: { field: string; rule: string }[];
}

const plans = (id = '') => `${world.url('itinerary')}/v1/plans${id && `/${id}`}`;
const text = (zh: string, en: string) => ({ zh, en });
const dayOf = (day: number) => ({
  day,
  title: text(`第${day}天`, `Day ${day}`),
  segments: [{ kind: 'sight', text: text('洱海', 'Lake Erhai'), from: '09:00', to: '11:30' }],
});
const plan = (departureId: string, days = [1, 2, 3]) => ({
  departureId,
  title: text('大理三日', 'Dali in three days'),
  days: days.map(dayOf),
});

describe('a plan', () => {
  it('is drafted once for a departure, read by everybody on the staff, and revised in versions', async () => {
    const desk = await openDesk(world);
    const consultant = await staffOf(desk.agency, 'travel-consultant');
    const { id: departureId } = await schedule(world, desk);
    const drafted = await made<PlanAnswer>(() => consultant.post(plans(), plan(departureId)));
    expect(await consultant.post(plans(), plan(departureId))).toMatchObject({
      status: 409,
      body: { code: 'itinerary/plan-exists' },
    });

    const { departureId: _fixed, ...body } = plan(departureId);
    const revised = { ...body, title: text('大理慢游', 'Dali slowly') };
    expect(await consultant.put(plans(drafted.id), revised, 7)).toMatchObject({
      status: 412,
      body: { code: 'request/stale-version' },
    });
    expect(await consultant.put(plans(drafted.id), revised, drafted.version)).toMatchObject({
      status: 200,
      body: { title: revised.title, version: 2 },
    });

    const list = await desk.operator.get<{ plans: PlanAnswer[] }>(`${plans()}?departureId=${departureId}`);
    expect(list.body.plans).toMatchObject([{ id: drafted.id, ...revised, departureId, version: 2 }]);
    expect(await desk.operator.get(plans(drafted.id))).toMatchObject({ status: 200, body: revised });
    await eventually(async () =>
      expect(await publishedOf(world, drafted.id)).toEqual(['plan.drafted', 'plan.revised']),
    );
  });

  it('must fill the days of the departure, and says which fields do not', async () => {
    const desk = await openDesk(world);
    const { id: departureId } = await schedule(world, desk);
    const refusal = async (body: object) => {
      const answer = await desk.manager.post<PlanAnswer>(plans(), body);
      return [
        answer.status,
        answer.body.code,
        answer.body.errors?.map(({ field, rule }) => `${field} ${rule}`),
      ];
    };
    expect(await refusal(plan(departureId, [1, 2]))).toEqual([422, 'itinerary/plan-days-misfit', undefined]);
    expect(await refusal(plan(departureId, [1, 3, 3]))).toEqual([
      422,
      'itinerary/plan-invalid',
      ['/body/days/1/day sequence'],
    ]);
    expect(await refusal({ ...plan(departureId), colour: 'red' })).toEqual([
      400,
      'request/invalid',
      ['/body/colour additionalProperties'],
    ]);
    expect(await refusal(plan(newId()))).toEqual([422, 'itinerary/no-such-departure', undefined]);
    const stranger = await openDesk(world);
    const theirs = await schedule(world, stranger);
    expect(await refusal(plan(theirs.id))).toEqual([422, 'itinerary/no-such-departure', undefined]);
    expect((await desk.manager.get<{ plans: unknown[] }>(plans())).body.plans).toEqual([]);
  });

  it('can be read, but not revised, by another branch, and is unknown to another agency', async () => {
    const desk = await openDesk(world);
    const { id: departureId } = await schedule(world, desk);
    const drafted = await made<PlanAnswer>(() => desk.manager.post(plans(), plan(departureId)));
    const franchise = await staffOf(desk.agency, 'branch-manager', await desk.agency.openBranch('franchise'));
    const { departureId: _fixed, ...body } = plan(departureId);
    expect((await franchise.get(`${plans()}?departureId=${departureId}`)).status).toBe(200);
    expect((await franchise.put(plans(drafted.id), body, drafted.version)).status).toBe(404);
    const headquarters = await staffOf(desk.agency, 'branch-manager');
    expect((await headquarters.put(plans(drafted.id), body, drafted.version)).status).toBe(200);
    expect((await desk.sales.put(plans(drafted.id), body, 2)).status).toBe(403);
    const stranger = await openDesk(world);
    expect((await stranger.manager.get(plans(drafted.id))).status).toBe(404);
    expect((await stranger.manager.put(plans(drafted.id), body, 2)).status).toBe(404);
  });
});

describe('when booking is down', () => {
  it('says so, and drafts no plan', async () => {
    const desk = await openDesk(world);
    const { id: departureId } = await schedule(world, desk);
    await world.stop('booking');
    const { status, body } = await desk.manager.post(plans(), plan(departureId));
    expect([status, body['code']]).toEqual([503, 'booking/unavailable']);
    expect((await desk.manager.get<{ plans: unknown[] }>(plans())).body.plans).toEqual([]);
  });
});
