import { setTimeout as pause } from 'node:timers/promises';
import {
  createClient,
  eventually,
  startWorld,
  type ServiceName,
  type Staff,
  type TestAgency,
  type World,
} from '@yitu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** What a branch manager reads in each service, and the role of below may not. */
const reads = {
  identity: '/v1/users',
  crm: '/v1/customers',
  booking: '/v1/orders',
  itinerary: '/v1/contracts',
  finance: '/v1/payments',
  notifications: '/v1/deliveries',
  analytics: '/v1/sales?from=2026-01-01&to=2026-12-31',
} as const satisfies Partial<Record<ServiceName, string>>;

type Service = keyof typeof reads;
const services = Object.keys(reads) as Service[]; // its own keys
const roles = ['branch-manager'];
const fewer = ['integration'];
const denials = [
  'identity.user.read',
  'crm.customer.read',
  'booking.order.read',
  'itinerary.contract.read',
  'finance.payment.read',
  'notifications.delivery.read',
  'analytics.report.read',
];

const rounds = { seeing: 12, blind: 3 };
/** Far beyond the promise: a change that is not in force by then never will be. */
const giveUpMs = 20_000;
/** How exactly the time is taken. */
const betweenMs = 20;

let world: World;
let agency: TestAgency;
beforeAll(async () => {
  world = await startWorld({ services });
  agency = await world.foundAgency();
});
afterAll(() => world.close());

const identity = (path: string) => `${world.url('identity')}/v1${path}`;
const ask = async (person: Person, service: Service) =>
  (await createClient(person.token).get(`${world.url(service)}${reads[service]}`)).status;

type Person = Pick<Staff, 'token' | 'userId'>;

/** All services let the person in: their access is known there now. */
async function known(person: Person): Promise<void> {
  await Promise.all(
    services.map((service) =>
      eventually(async () => {
        expect([service, await ask(person, service)]).toEqual([service, 200]);
      }),
    ),
  );
}

/** @returns ms from the answer to the change until each service refuses the person */
async function untilRefused(person: Person, refusal: number): Promise<number[]> {
  const changedAt = performance.now();
  return Promise.all(
    services.map(async (service) => {
      for (;;) {
        const status = await ask(person, service);
        const after = performance.now() - changedAt;
        if (status === refusal) return after;
        expect([service, status]).toEqual([service, 200]);
        expect(after, `${service} still lets in`).toBeLessThan(giveUpMs);
        // Asking without a pause would measure how busy that makes the machine.
        await pause(betweenMs);
      }
    }),
  );
}

async function versionOf({ userId }: Person): Promise<number> {
  const { body } = await agency.administrator.get<{ version: number }>(identity(`/users/${userId}`));
  return body.version;
}

async function put(person: Person, what: 'roles' | 'active' | 'grants', body: object): Promise<void> {
  const path = identity(`/users/${person.userId}/${what}`);
  expect((await agency.administrator.put(path, body, await versionOf(person))).status).toBe(200);
}

/** A change, the refusal it leads to, and what makes it undone for the next round. */
interface Change {
  readonly what: string;
  readonly refusal: number;
  readonly make: (person: Person) => Promise<void>;
  readonly undo: (person: Person) => Promise<Person>;
}

async function signedInAgain(person: Person): Promise<Person> {
  const { body: user } = await agency.administrator.get<{ userName: string }>(
    identity(`/users/${person.userId}`),
  );
  const credentials = { agency: agency.code, login: user.userName, password: 'correct horse battery' };
  const { body } = await createClient().post<{ accessToken: string }>(identity('/sessions'), credentials);
  return { ...person, token: body.accessToken };
}

const changes: Change[] = [
  {
    what: 'a session ended by an administrator',
    refusal: 401,
    make: async ({ userId }) => {
      const path = identity(`/users/${userId}/sessions`);
      expect((await agency.administrator.ask(path, { method: 'DELETE' })).status).toBe(200);
    },
    undo: signedInAgain,
  },
  {
    what: 'a user suspended',
    refusal: 401,
    make: (person) => put(person, 'active', { active: false }),
    undo: async (person) => {
      await put(person, 'active', { active: true });
      return signedInAgain(person);
    },
  },
  {
    what: 'permissions taken away',
    refusal: 403,
    make: (person) => put(person, 'grants', { grants: [], denials }),
    undo: async (person) => {
      await put(person, 'grants', { grants: [], denials: [] });
      return person;
    },
  },
  {
    what: 'another role',
    refusal: 403,
    make: (person) => put(person, 'roles', { roles: fewer }),
    undo: async (person) => {
      await put(person, 'roles', { roles });
      return person;
    },
  },
];

async function measure({ refusal, make, undo }: Change, times: number): Promise<number[]> {
  let person: Person = await agency.staff('branch-manager');
  const took: number[] = [];
  for (let round = 0; round < times; round++) {
    await known(person);
    await make(person);
    took.push(...(await untilRefused(person, refusal)));
    person = await undo(person);
  }
  return took;
}

function print(id: string, took: readonly number[]): void {
  const sorted = took.toSorted((one, other) => one - other);
  const at = (share: number) => Math.round(sorted[Math.ceil(share * sorted.length) - 1] ?? 0);
  console.log(JSON.stringify({ id, cases: took.length, p99_ms: at(0.99), worst_ms: at(1) }));
}

describe('A3: what somebody may no longer do', () => {
  const all: number[] = [];

  it.each(changes)(
    'is refused by every service after $what',
    async (change) => {
      const took = await measure(change, rounds.seeing);
      expect(took).toHaveLength(rounds.seeing * services.length);
      all.push(...took);
      if (all.length === changes.length * rounds.seeing * services.length) print('A3', all);
    },
    240_000,
  );

  it('is refused also while no messages arrive', async () => {
    await world.nats.kill('SIGKILL');
    // Side by side: each has a person of its own, and waits until what is remembered is over.
    const took = (await Promise.all(changes.map((change) => measure(change, rounds.blind)))).flat();
    print('A3-without-messages', took);
    expect(took).toHaveLength(changes.length * rounds.blind * services.length);
  }, 600_000);
});
