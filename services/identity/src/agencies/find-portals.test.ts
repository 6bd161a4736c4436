import { createClient, startWorld, type TestAgency, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity'] });
});
afterAll(() => world.close());

const url = (path: string) => `${world.url('identity')}/v1${path}`;

const day = (days: number) => Temporal.Now.plainDateISO('Asia/Shanghai').add({ days }).toString();

async function find(q: string) {
  const address = url(`/portal-agencies?${new URLSearchParams({ q }).toString()}`);
  const { body } = await createClient().get<{ agencies: { code: string; name: { zh: string } }[] }>(address);
  return body.agencies;
}

async function publish({ administrator }: TestAgency, kind: 'terms' | 'privacy', validFrom = day(0)) {
  const text = { kind, textVersion: '1', validFrom, texts: { zh: '全文', en: 'All of it' } };
  expect((await administrator.post(url('/legal-texts'), text)).status).toBe(201);
}

/** Agencies like one of them, its texts with them; as rows, since to found so many takes long. */
async function addMoreLike({ id }: TestAgency, zh: string, count: number) {
  const ids = Array.from({ length: count }, () => crypto.randomUUID());
  await world.admin.query(
    `insert into identity.agencies
     select more.* from identity.agencies as one, unnest($2::uuid[]) as another,
       jsonb_populate_record(one, jsonb_build_object('agency_id', another, 'id', another,
         'code', 'm' || left(another::text, 8), 'name', jsonb_build_object('zh', $3::text, 'en', 'More'))) as more
     where one.agency_id = $1`,
    [id, ids, zh],
  );
  await world.admin.query(
    `insert into identity.legal_texts
     select more.* from identity.legal_texts as one, unnest($2::uuid[]) as another,
       jsonb_populate_record(one, jsonb_build_object('agency_id', another)) as more
     where one.agency_id = $1`,
    [id, ids],
  );
}

describe('agencies with a portal', () => {
  it('are found by anybody, by a part of code or name', async () => {
    const agency = await world.foundAgency();
    await publish(agency, 'terms');
    await publish(agency, 'privacy');
    const [found] = await find(agency.code.slice(1).toUpperCase());
    expect(found).toEqual({ code: agency.code, name: expect.objectContaining({ zh: expect.any(String) }) });
    expect((await find(found?.name.zh ?? '?')).map(({ code }) => code)).toContain(agency.code);
  });

  it('are told of twenty at a time, by their codes', async () => {
    const agency = await world.foundAgency();
    await publish(agency, 'terms');
    await publish(agency, 'privacy');
    await addMoreLike(agency, `${agency.code}旅行社`, 21);
    const [exact, ...others] = (await find(agency.code)).map(({ code }) => code);
    // The one with that code is the one that is meant: it is not among those that are left out.
    expect(exact).toBe(agency.code);
    expect(others).toHaveLength(19);
    expect(others).toEqual(others.toSorted());
  });

  it.each(['', ' ', '云', 'a '])('are not told of for less than two characters: "%s"', async (q) => {
    const agency = await world.foundAgency();
    await publish(agency, 'terms');
    await publish(agency, 'privacy');
    expect(await find(q)).toEqual([]);
  });

  it('are found by an index: anybody may ask, as often as they like', async () => {
    const { rows } = await world.admin.query<{ asked: string }>(
      `select prosrc as asked from pg_proc where oid = 'identity.agencies_with_portal'::regproc`,
    );
    const asked = rows[0]?.asked
      .replaceAll(/\bwords\b/g, `'旅行'::text`)
      .replaceAll(/\bmoment\b/g, 'now()')
      .replaceAll(/\bmost\b/g, '20');
    const client = await world.admin.connect();
    try {
      // A bitmap is all that is left, and of these a table has only what its indexes can answer.
      await client.query('set search_path = identity; set enable_seqscan = off; set enable_indexscan = off');
      const { rows: plan } = await client.query<{ 'QUERY PLAN': string }>(`explain ${asked}`);
      expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('agencies_letter_pairs');
    } finally {
      client.release(true);
    }
  });

  it('are not told of before both texts are in force: nobody could register there', async () => {
    const agency = await world.foundAgency();
    await publish(agency, 'terms');
    expect(await find(agency.code)).toEqual([]);
    await publish(agency, 'privacy', day(2));
    expect(await find(agency.code)).toEqual([]);
  });

  it('are not told of while they are suspended', async () => {
    const agency = await world.foundAgency();
    await publish(agency, 'terms');
    await publish(agency, 'privacy');
    const secret = world.surroundings.secrets.operatorSecret;
    const session = await createClient().post<{ accessToken: string }>(url('/operator-sessions'), { secret });
    const operator = createClient(session.body.accessToken);
    const { status } = await operator.put(url(`/agencies/${agency.id}/state`), { state: 'suspended' }, 1);
    expect(status).toBe(200);
    expect(await find(agency.code)).toEqual([]);
  });
});
