import { randomUUID } from 'node:crypto';
import type { Staff, TestAgency } from './agency.ts';
import { eventually } from './eventually.ts';
import type { World } from './world.ts';

/** A customer who is signed in with an account of their own. */
export interface SignedInCustomer extends Staff {
  readonly customerId: string;
}

/**
 * Gives a customer an account, with identity and crm as they run: identity says that somebody has confirmed their e-mail address, crm finds whose it is and
 * tells everybody.
 * @param customerId whose account it becomes; somebody new when left out
 */
export async function registerCustomer(
  world: World,
  agency: TestAgency,
  customerId?: string,
): Promise<SignedInCustomer> {
  const person = await agency.staff('customer');
  const { rows } = await world.admin.query<{ email: string }>(
    `update identity.users set account = 'customer' where id = $1 returning email`,
    [person.userId],
  );
  if (customerId)
    await world.admin.query('update crm.customers set email = $1 where id = $2', [
      rows[0]?.email,
      customerId,
    ]);
  await tellOfAccount(world, agency, person);
  const own = await eventually(async () => {
    const found = await world.admin.query<{ id: string }>('select id from crm.customers where user_id = $1', [
      person.userId,
    ]);
    if (!found.rows[0]) throw new Error('crm does not know the customer yet');
    return found.rows[0].id;
  });
  return { ...(await person.signInAgain()), customerId: own };
}

/** As identity's relay would find it once the registration is confirmed. */
async function tellOfAccount(world: World, agency: TestAgency, { userId, branchId }: Staff): Promise<void> {
  const [id, subject, time] = [randomUUID(), randomUUID(), new Date().toISOString()];
  const type = 'identity.customer-account.registered.v1';
  const envelope = {
    ...{
      specversion: '1.0',
      datacontenttype: 'application/json',
      id,
      type,
      source: '/yitu/identity',
      subject,
    },
    ...{ time, agencyid: agency.id, aggregateversion: 1, data: { userId, branchId } },
  };
  await world.admin.query(
    `insert into identity.outbox (agency_id, occurred_at, id, subject, aggregate_id, aggregate_version, envelope, not_before)
     values ($1, $2, $3, $4, $5, 1, $6, '2000-01-01')`,
    [agency.id, time, id, `evt.${agency.id}.${type}`, subject, JSON.stringify(envelope)],
  );
}
