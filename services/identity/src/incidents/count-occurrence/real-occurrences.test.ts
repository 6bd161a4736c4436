import { eventually, startWorld, type Staff, type TestAgency, type World } from '@yitu/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm'] });
});
afterAll(() => world.close());

const identity = (path: string) => `${world.url('identity')}/v1${path}`;
const crm = (path: string) => `${world.url('crm')}/v1${path}`;

async function made(one: Staff, url: string, body: object): Promise<string> {
  const answer = await one.post<{ id: string }>(url, body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.id;
}

/** A customer with a bank account and a passport: where each is looked at. */
async function customerWithSecrets(one: Staff, index: number): Promise<{ document: string; bank: string }> {
  const customer = crm(
    `/customers/${await made(one, crm('/customers'), { kind: 'person', name: { zh: '张晓明' } })}`,
  );
  const traveller = { name: '张晓明', birthDate: '1991-01-01', nationality: 'CN', relation: 'self' };
  const documents = `${customer}/travellers/${await made(one, `${customer}/travellers`, traveller)}/documents`;
  const passport = {
    kind: 'passport',
    number: `E1234567${index}`,
    issuingCountry: 'CHN',
    expiresOn: '2035-01-01',
  };
  const accounts = `${customer}/bank-accounts`;
  const account = { holder: '张晓明', bank: '中国工商银行北京分行', number: '6222021234567890128' };
  return {
    document: `${documents}/${await made(one, documents, passport)}/reveals`,
    bank: `${accounts}/${await made(one, accounts, account)}/reveals`,
  };
}

async function setThreshold({ administrator }: TestAgency, kind: string, threshold: number): Promise<void> {
  const { body } = await administrator.get<{ rules: Record<string, object>; version: number }>(
    identity('/incident-rules'),
  );
  const rules = { ...body.rules, [kind]: { ...body.rules[kind], threshold } };
  expect((await administrator.put(identity('/incident-rules'), { rules }, body.version)).status).toBe(200);
}

const incidents = async ({ administrator }: TestAgency) =>
  (await administrator.get<{ incidents: { id: string }[] }>(identity('/incidents'))).body.incidents;

const onlyIncident = (agency: TestAgency) =>
  eventually(async () => {
    const [incident, ...more] = await incidents(agency);
    expect(more).toEqual([]);
    if (!incident) throw new Error('there is no incident yet');
    return incident;
  });

it('real looks at documents and bank accounts open an incident about who looked', async () => {
  const agency = await world.foundAgency();
  await setThreshold(agency, 'document-reveals', 4);
  const manager = await agency.staff('branch-manager');
  const looks = [await customerWithSecrets(manager, 1), await customerWithSecrets(manager, 2)];
  const reveal = async (url: string) =>
    expect((await manager.post(url, { reason: '核对客户资料' })).status).toBe(200);
  for (const { document, bank } of looks) {
    expect(await incidents(agency)).toEqual([]);
    await reveal(document);
    await reveal(bank);
    await reveal(bank); // the same one again is no other one
  }
  const incident = await onlyIncident(agency);
  expect(incident).toMatchObject({
    kind: 'document-reveals',
    severity: 'high',
    byRule: true,
    people: [manager.userId],
  });
});

it('a real export of the audit trail opens an incident about who took it out', async () => {
  const agency = await world.foundAgency();
  await setThreshold(agency, 'large-export', 2);
  const { administrator } = agency;
  const entries = () => administrator.get<{ entries: object[] }>(identity('/audit-entries'));
  await eventually(async () => {
    expect((await entries()).body.entries.length).toBeGreaterThan(2);
  });
  const exported = await fetch(identity('/audit-exports'), {
    method: 'POST',
    headers: { authorization: `Bearer ${administrator.token}`, 'content-type': 'application/json' },
    body: '{}',
  });
  expect(exported.status).toBe(200);
  expect(await onlyIncident(agency)).toMatchObject({
    kind: 'large-export',
    byRule: true,
    people: [administrator.userId],
  });
});
