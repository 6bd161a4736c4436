import { crm } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import {
  layFoundation,
  parseConfig,
  serviceConfig,
  type Ask,
  type Behalf,
  type Service,
} from '@yitu/runtime';
import { createClient, startWorld, type Staff, type TestAgency, type World } from '@yitu/testkit';
import { Type } from 'typebox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let world: World;
let booking: Neighbour;
let notifications: Neighbour;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm'] });
  booking = await neighbour('booking');
  notifications = await neighbour('notifications');
});
afterAll(async () => {
  await booking.service.close();
  await notifications.service.close();
  await world.close();
});

interface Neighbour {
  service: Service;
  ask: Ask;
}

/** Another service as crm sees it: with its own credential towards identity, and nothing else. */
async function neighbour(name: 'booking' | 'notifications'): Promise<Neighbour> {
  const config = parseConfig(Type.Object(serviceConfig), world.environment(name));
  const foundation = await layFoundation({
    name,
    description: name,
    config: { ...config, LOG_LEVEL: 'silent' },
    entities: [],
  });
  const address = world.environment(name)['CRM_GRPC'] ?? '';
  const service = await foundation.open({ routes: [], rpcs: [], reactions: [] });
  return { service, ask: foundation.ask('crm', address) };
}

const customersService = crm.CustomersServiceService;
const forAgency = ({ id: agencyId }: TestAgency, service = 'booking'): Behalf => ({
  principal: { kind: 'service', service, agencyId },
});
const forPerson = (agency: TestAgency, { userId, branchId, token }: Staff): Behalf => ({
  principal: {
    kind: 'person',
    agencyId: agency.id,
    userId,
    sessionId: '',
    branchId,
    branchIds: [],
    grants: [],
    denials: [],
  },
  token,
});

async function known() {
  const agency = await world.foundAgency();
  const sales = await agency.staff('sales');
  const url = `${world.url('crm')}/v1/customers`;
  const entry = {
    kind: 'person',
    name: { zh: '张晓明', en: 'Zhang Xiaoming' },
    category: 'key',
    locale: 'en',
  };
  const reached = { phone: '13812345678', email: 'zhang@example.com' };
  const { body: customer } = await sales.post<{ id: string }>(url, { ...entry, ...reached });
  const child = { name: '李小红', birthDate: '2015-06-01', nationality: 'CN', relation: 'child' };
  const { body: traveller } = await sales.post<{ id: string }>(`${url}/${customer.id}/travellers`, child);
  return { agency, sales, customerId: customer.id, travellerId: traveller.id };
}

describe('asking for a customer', () => {
  it('tells a service what pricing and contracts need', async () => {
    const { agency, customerId } = await known();
    expect(await booking.ask(customersService.getCustomer, { customerId }, forAgency(agency))).toEqual({
      customerId,
      branchId: agency.headquartersId,
      displayName: 'Zhang Xiaoming',
      category: 'key',
      locale: 'en',
    });
  });

  it('tells a person what they may see, through the service they use', async () => {
    const { agency, sales, customerId } = await known();
    const answer = await booking.ask(customersService.getCustomer, { customerId }, forPerson(agency, sales));
    expect(answer.customerId).toBe(customerId);
    const franchise = await agency.staff('sales', await agency.openBranch('franchise'));
    await expect(
      booking.ask(customersService.getCustomer, { customerId }, forPerson(agency, franchise)),
    ).rejects.toMatchObject({
      code: 'request/not-found',
    });
    const analyst = await agency.staff('data-analyst');
    await expect(
      booking.ask(customersService.getCustomer, { customerId }, forPerson(agency, analyst)),
    ).rejects.toMatchObject({
      code: 'access/forbidden',
    });
  });

  it('finds no customer of another agency, none by an unknown id, and none by nonsense', async () => {
    const { agency, customerId } = await known();
    const other = await world.foundAgency();
    const asked: [string, Behalf][] = [
      [customerId, forAgency(other)],
      [newId(), forAgency(agency)],
      ['nonsense', forAgency(agency)],
    ];
    for (const [id, behalf] of asked) {
      const answer = booking.ask(customersService.getCustomer, { customerId: id }, behalf);
      await expect(answer).rejects.toMatchObject({ code: 'request/not-found', status: 404 });
    }
  });

  it('tells where to reach the customer to the services that write, and to no other', async () => {
    const { agency, customerId } = await known();
    const asked = notifications.ask(
      customersService.getContact,
      { customerId },
      forAgency(agency, 'notifications'),
    );
    expect(await asked).toEqual({
      customerId,
      displayName: 'Zhang Xiaoming',
      locale: 'en',
      email: 'zhang@example.com',
      phone: '+8613812345678',
    });
    await expect(
      booking.ask(customersService.getContact, { customerId }, forAgency(agency)),
    ).rejects.toMatchObject({
      code: 'access/caller-not-allowed',
    });
  });
});

describe('asking for travellers', () => {
  it('tells them in the order asked and leaves out what is unknown', async () => {
    const { agency, customerId, travellerId } = await known();
    const other = await known();
    const travellerIds = [newId(), other.travellerId, travellerId, 'nonsense'];
    const { travellers } = await booking.ask(
      customersService.listTravellers,
      { travellerIds },
      forAgency(agency),
    );
    expect(travellers).toEqual([{ travellerId, customerId, displayName: '李小红', birthDate: '2015-06-01' }]);
  });
});

describe("asking for a document's number", () => {
  it('gives it to a person who may see it, with a reason, and to no service on its own account', async () => {
    const { agency, sales, customerId } = await known();
    const travellers = `${world.url('crm')}/v1/customers/${customerId}/travellers`;
    const person = { name: '王大明', birthDate: '1991-01-01', nationality: 'CN', relation: 'friend' };
    const { body: traveller } = await sales.post<{ id: string }>(travellers, person);
    const number = '110102199101010078';
    const card = { kind: 'identity-card', number };
    const { body: document } = await sales.post<{ id: string }>(
      `${travellers}/${traveller.id}/documents`,
      card,
    );
    const ask = (behalf: Behalf, reason = 'visa form') =>
      booking.ask(crm.DocumentsServiceService.revealDocument, { documentId: document.id, reason }, behalf);
    const officer = forPerson(agency, await agency.staff('visa-officer'));
    expect(await ask(officer)).toEqual({ documentId: document.id, kind: 'identity-card', number, mrz: [] });
    await expect(ask(officer, ' no ')).rejects.toMatchObject({ code: 'crm/not-valid' });
    await expect(ask(forPerson(agency, sales))).rejects.toMatchObject({ code: 'access/forbidden' });
    await expect(ask(forAgency(agency))).rejects.toMatchObject({ code: 'access/caller-not-allowed' });
  });
});

describe("asking for a questionnaire's link", () => {
  it('gives the service that sends it a link that opens the questionnaire', async () => {
    const { agency, customerId } = await known();
    const surveyId = await surveyOf(agency, customerId);
    const asked = { surveyId };
    const { link } = await notifications.ask(
      crm.SurveysServiceService.getSurveyLink,
      asked,
      forAgency(agency, 'notifications'),
    );
    const publicUrl = world.environment('crm')['PUBLIC_URL'] ?? '';
    expect(link.startsWith(`${publicUrl}/links/survey?token=`)).toBe(true);
    const token = new URL(link).searchParams.get('token') ?? '';
    const form = await createClient().get(`${world.url('crm')}/v1/survey-forms?token=${token}`);
    expect(form).toMatchObject({ status: 200, body: { surveyId, answered: false } });
    await expect(
      booking.ask(crm.SurveysServiceService.getSurveyLink, asked, forAgency(agency)),
    ).rejects.toMatchObject({
      code: 'access/caller-not-allowed',
    });
  });
});

/** A questionnaire as it is stored after a trip. */
async function surveyOf(agency: TestAgency, customerId: string): Promise<string> {
  const id = newId();
  await world.admin.query(
    `insert into crm.surveys (agency_id, id, branch_id, customer_id, order_id, sent_at, valid_until, expires_at, version)
     values ($1, $2, $3, $4, $5, now(), current_date + 30, now() + interval '30 days', 1)`,
    [agency.id, id, agency.headquartersId, customerId, newId()],
  );
  return id;
}
