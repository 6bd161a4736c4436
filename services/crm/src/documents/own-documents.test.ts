import { registerCustomer, startWorld, type World } from '@yitu/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { documentDesk, resident, says, type View } from './fixtures/desk.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['identity', 'crm'] });
});
afterAll(() => world.close());
const { entered } = documentDesk(() => world);

interface Page {
  readonly documents: readonly View[];
  readonly next: string | null;
}

const crm = (path: string) => `${world.url('crm')}/v1/${path}`;

it('customers see the documents of their own travellers, masked, and nobody else’s', async () => {
  const agency = await world.foundAgency();
  const manager = await agency.staff('branch-manager');
  const [one, other] = [await registerCustomer(world, agency), await registerCustomer(world, agency)];
  const documents = [];
  for (const { customerId } of [one, other]) {
    const self = { name: '张晓明', birthDate: '1991-01-01', nationality: 'CN', relation: 'self' };
    const { body } = await manager.post<{ id: string; customerId: string }>(
      crm(`customers/${customerId}/travellers`),
      self,
    );
    documents.push(await entered(manager, body));
  }
  const { status, body } = await one.get<Page>(crm('own-documents'));
  expect([status, body.documents.map(({ id }) => id), body.next]).toEqual([200, [documents[0]?.id], null]);
  expect(body.documents[0]?.maskedNumber).toContain('*');
  expect(says(body, resident)).toBe(false);
  expect((await manager.get<Page>(crm('own-documents'))).body).toEqual({ documents: [], next: null });
});

it('customers do not reach them any other way', async () => {
  const agency = await world.foundAgency();
  const manager = await agency.staff('branch-manager');
  const customer = await registerCustomer(world, agency);
  const { body: traveller } = await manager.post<{ id: string; customerId: string }>(
    crm(`customers/${customer.customerId}/travellers`),
    { name: '张晓明', birthDate: '1991-01-01', nationality: 'CN', relation: 'self' },
  );
  const document = await entered(manager, traveller);
  const path = `customers/${customer.customerId}/travellers/${traveller.id}/documents`;
  expect((await customer.get(crm(path))).status).toBe(403);
  const reveal = await customer.post(crm(`${path}/${document.id}/reveals`), { reason: '想看一下' });
  expect(reveal.status).toBe(403);
});
