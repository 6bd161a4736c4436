import { signLink } from '@yitu/access';
import { encodeEnvelope, events } from '@yitu/contracts';
import { fixedClock, newId, systemClock } from '@yitu/kernel';
import { openBus, type Bus } from '@yitu/messaging';
import { createLog } from '@yitu/runtime';
import { createClient, eventually, startWorld, type Staff, type TestAgency, type World } from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Stands still during a test; a test that moves it only moves it on. */
const clock = fixedClock(systemClock.now().round('second').toString());
let world: World;
let bus: Bus;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm'], clock });
  bus = openBus({
    url: world.surroundings.natsUrl,
    name: 'surveys',
    replicas: 1,
    log: createLog('surveys', 'silent'),
  });
});
afterAll(async () => {
  await bus.close();
  await world.close();
});

interface Survey {
  id: string;
  version: number;
  sentAt: string;
  validUntil: string;
  answer: object | null;
}

const crm = (path: string) => `${world.url('crm')}/v1/${path}`;
const praise = {
  attitude: 5,
  efficiency: 4,
  quality: 5,
  price: 3,
  afterSales: 4,
  nps: 9,
  comment: '导游很好\n谢谢王芳',
};

/** Says, as booking would, that a customer's trip is over. */
async function completeOrder(agency: TestAgency, customerId: string, orderId = newId()): Promise<string> {
  const { type, codec, subject } = events.orderCompleted;
  const data = {
    orderId,
    customerId,
    branchId: agency.headquartersId,
    departureId: newId(),
    authorId: newId(),
  };
  const envelope = encodeEnvelope({
    id: newId(),
    type,
    source: '/yitu/booking',
    subject: orderId,
    time: clock.now().toString(),
    agencyid: agency.id,
    aggregateversion: 1,
    data: codec.toJSON(data),
  });
  await (await bus.connected).streams.publish(subject(agency.id), envelope);
  return orderId;
}

async function sentSurvey() {
  const agency = await world.foundAgency();
  const sales = await agency.staff('sales');
  const service = await agency.staff('customer-service');
  const entry = { kind: 'person', name: { zh: '张晓明' } };
  const { body: customer } = await sales.post<{ id: string }>(crm('customers'), entry);
  const orderId = await completeOrder(agency, customer.id);
  const survey = await eventually(() => surveyOf(service, orderId));
  return { agency, service, customerId: customer.id, orderId, survey };
}

async function surveyOf(staff: Staff, orderId: string): Promise<Survey> {
  const { body } = await staff.get<{ surveys: Survey[] }>(crm(`surveys?orderId=${orderId}`));
  expect(body.surveys).toHaveLength(1);
  return body.surveys[0] as Survey; // the line above has seen it
}

const grant = (agencyId: string, surveyId: string, until = clock.now().add({ hours: 1 })) => ({
  ...({ agencyId, permission: 'crm.survey.answer', objectId: surveyId } as const),
  expiresAt: Math.floor(until.epochMilliseconds / 1_000),
});
const tokenFor = (...given: Parameters<typeof grant>) =>
  signLink(grant(...given), world.surroundings.secrets.linkSecret);

const answer = (token: string, body: object = praise, headers = {}) =>
  createClient().post(crm('survey-forms/answer'), { token, ...body }, headers);
const form = (token: string) => createClient().get(crm(`survey-forms?token=${token}`));

const publishedOf = async (surveyId: string) => {
  const { rows } = await world.admin.query<{ envelope: string }>(
    'select envelope from crm.outbox where aggregate_id = $1 and published_at is not null order by aggregate_version',
    [surveyId],
  );
  return rows.map(({ envelope }) => JSON.parse(envelope) as { type: string; data: object });
};

describe('after a trip', () => {
  it('its customer is sent a questionnaire, good for thirty days by the calendar of the agency', async () => {
    const { agency, customerId, orderId, survey } = await sentSurvey();
    const today = clock.now().toZonedDateTimeISO('Asia/Shanghai').toPlainDate();
    expect(survey).toMatchObject({
      customerId,
      orderId,
      branchId: agency.headquartersId,
      answeredAt: null,
      answer: null,
      version: 1,
      validUntil: today.add({ days: 30 }).toString(),
    });
    await eventually(async () => {
      expect(await publishedOf(survey.id)).toMatchObject([
        {
          type: 'crm.survey.sent.v1',
          data: {
            surveyId: survey.id,
            customerId,
            orderId,
            branchId: agency.headquartersId,
            validUntil: survey.validUntil,
          },
        },
      ]);
    });
  });

  it('a customer nobody knows is sent nothing, and the message is set aside for a person to see', async () => {
    const agency = await world.foundAgency();
    const orderId = await completeOrder(agency, newId());
    await eventually(async () => {
      const { body } = await agency.administrator.get(`${world.url('crm')}/v1/quarantine`);
      expect(JSON.stringify(body)).toContain(orderId);
    });
  });
});

describe('whoever holds the link', () => {
  it('sees the questions in both languages', async () => {
    const { agency, survey } = await sentSurvey();
    const { status, body } = await form(tokenFor(agency.id, survey.id));
    expect(status).toBe(200);
    expect(body).toMatchObject({ surveyId: survey.id, validUntil: survey.validUntil, answered: false });
    const questions = body['questions'] as { key: string; text: { zh: string; en: string } }[];
    expect(questions.map(({ key }) => key)).toEqual(Object.keys(praise));
    expect(questions.every(({ text }) => text.zh !== '' && text.en !== '')).toBe(true);
  });

  it('answers once; the figures are told, what was written stays here', async () => {
    const { agency, service, customerId, orderId, survey } = await sentSurvey();
    const token = tokenFor(agency.id, survey.id);
    expect(await answer(token)).toMatchObject({ status: 200, body: { surveyId: survey.id } });
    expect(await answer(token)).toMatchObject({ status: 409, body: { code: 'crm/survey-answered' } });
    expect((await form(token)).body).toMatchObject({ answered: true });
    expect(await surveyOf(service, orderId)).toMatchObject({ answer: praise, version: 2 });
    const { comment: _written, ...figures } = praise;
    await eventually(async () => {
      const [, answered] = await publishedOf(survey.id);
      expect(answered?.type).toBe('crm.survey.answered.v1');
      expect(answered?.data).toEqual({
        surveyId: survey.id,
        customerId,
        orderId,
        branchId: agency.headquartersId,
        ...figures,
      });
    });
    const { rows } = await world.admin.query<{ record: string }>(
      `select record::text from crm.audit_records record where agency_id = $1 and action = 'crm.survey.answer'`,
      [agency.id],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.record).toContain(`link:${survey.id}`);
    expect(rows[0]?.record).not.toContain('王芳');
  });

  it('gets the first answer again for the same key', async () => {
    const { agency, survey } = await sentSurvey();
    const token = tokenFor(agency.id, survey.id);
    const once = { 'idempotency-key': 'answer-1' };
    const first = await answer(token, praise, once);
    expect(await answer(token, praise, once)).toMatchObject({ status: 200, body: first.body });
  });

  it('may give the lowest marks and write nothing', async () => {
    const { agency, service, orderId, survey } = await sentSurvey();
    const lowest = { attitude: 1, efficiency: 1, quality: 1, price: 1, afterSales: 1, nps: 0 };
    expect((await answer(tokenFor(agency.id, survey.id), lowest)).status).toBe(200);
    expect((await surveyOf(service, orderId)).answer).toEqual(lowest);
  });

  it.each([
    [{ attitude: 6 }, '/body/attitude', 'maximum'],
    [{ nps: -1 }, '/body/nps', 'minimum'],
    [{ quality: 4.5 }, '/body/quality', 'type'],
    [{ comment: '' }, '/body/comment', 'minLength'],
    [{ comment: '好\u0000' }, '/body/comment', 'pattern'],
    [{ comment: '好\ud842' }, '/body/comment', 'whole-characters'],
    [{ phone: '13812345678' }, '/body/phone', 'additionalProperties'],
  ])('is told what is wrong with %j', async (change, field, rule) => {
    const token = tokenFor(newId(), newId());
    expect(await answer(token, { ...praise, ...change })).toMatchObject({
      status: 400,
      body: { errors: [{ field, rule }] },
    });
  });

  it('comes too late with a link whose time is over', async () => {
    const { agency, survey } = await sentSurvey();
    const over = tokenFor(agency.id, survey.id, clock.now());
    for (const refused of [await form(over), await answer(over)])
      expect(refused).toMatchObject({ status: 410, body: { code: 'access/expired-link' } });
  });

  it('gets nowhere with a link nobody signed, one to something else, or one of another agency', async () => {
    const { agency, survey } = await sentSurvey();
    const forged = signLink(grant(agency.id, survey.id), 'another secret than ours');
    const toSomethingElse = signLink(
      { ...grant(agency.id, survey.id), permission: 'itinerary.contract.sign' },
      world.surroundings.secrets.linkSecret,
    );
    for (const token of [forged, toSomethingElse, 'nonsense', '.'])
      for (const refused of [await form(token), await answer(token)])
        expect(refused).toMatchObject({ status: 401, body: { code: 'access/invalid-link' } });
    const elsewhere = tokenFor((await world.foundAgency()).id, survey.id);
    for (const refused of [await form(elsewhere), await answer(elsewhere)])
      expect(refused).toMatchObject({ status: 404, body: { code: 'request/not-found' } });
  });
});

describe('sending a questionnaire again', () => {
  const sendAgain = (staff: Staff, { id, version }: Survey) =>
    staff.ask<Survey>(crm(`surveys/${id}/sendings`), {
      method: 'POST',
      headers: { 'if-match': `"${version}"` },
    });

  it('gives it its full time anew and tells so', async () => {
    const { service, survey } = await sentSurvey();
    clock.advance({ hours: 72 });
    const { status, body } = await sendAgain(service, survey);
    expect(status).toBe(200);
    expect(body.validUntil).toBe(Temporal.PlainDate.from(survey.validUntil).add({ days: 3 }).toString());
    await eventually(async () => {
      expect((await publishedOf(survey.id)).map(({ type }) => type)).toEqual([
        'crm.survey.sent.v1',
        'crm.survey.sent.v1',
      ]);
    });
    expect(await sendAgain(service, survey)).toMatchObject({
      status: 412,
      body: { code: 'request/stale-version' },
    });
  });

  it('is refused once it has been answered', async () => {
    const { agency, service, orderId, survey } = await sentSurvey();
    await answer(tokenFor(agency.id, survey.id));
    const refused = await sendAgain(service, await surveyOf(service, orderId));
    expect(refused).toMatchObject({ status: 409, body: { code: 'crm/survey-answered' } });
  });

  it('needs the permission', async () => {
    const { agency, survey } = await sentSurvey();
    const refused = await sendAgain(await agency.staff('sales'), survey);
    expect(refused).toMatchObject({ status: 403, body: { code: 'access/forbidden' } });
  });
});

describe('reading questionnaires', () => {
  it('shows nothing to another agency or another branch, and needs the permission', async () => {
    const { agency } = await sentSurvey();
    const strangers = [
      await (await world.foundAgency()).staff('customer-service'),
      await agency.staff('branch-manager', await agency.openBranch('franchise')),
    ];
    for (const stranger of strangers)
      expect(await stranger.get(crm('surveys'))).toMatchObject({
        status: 200,
        body: { surveys: [], next: null },
      });
    expect(await (await agency.staff('sales')).get(crm('surveys'))).toMatchObject({ status: 403 });
  });
});
