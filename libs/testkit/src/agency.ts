import { randomBytes } from 'node:crypto';
import { createClient, type Client } from './client.ts';
import type { ServiceName, Surroundings } from './service-environment.ts';

/** A member of staff who is signed in. */
export interface Staff extends Client {
  readonly userId: string;
  readonly branchId: string;
  readonly token: string;
  /** The same person in another session. */
  readonly signInAgain: () => Promise<Staff>;
}

/** An agency of one test's own. */
export interface TestAgency {
  readonly id: string;
  readonly code: string;
  readonly headquartersId: string;
  readonly administrator: Staff;
  /** A new branch below headquarters, or below another one. @returns its id */
  openBranch(kind?: 'owned' | 'franchise', parentId?: string): Promise<string>;
  /** A new member of staff with one role, signed in. */
  staff(role: string, branchId?: string): Promise<Staff>;
}

const password = 'correct horse battery';

interface Place {
  readonly surroundings: Surroundings;
  url(service: ServiceName): string;
}

/** Founds an agency through identity's own door. */
export async function foundAgency(world: Place): Promise<TestAgency> {
  const identity = world.url('identity');
  const code = `t${randomBytes(5).toString('hex')}`;
  const operator = await created<{ accessToken: string }>(
    createClient().post(`${identity}/v1/operator-sessions`, {
      secret: world.surroundings.secrets.operatorSecret,
    }),
  );
  const founded = await created<{ agencyId: string; headquartersId: string }>(
    createClient(operator.accessToken).post(`${identity}/v1/agencies`, {
      code,
      name: { zh: '测试旅行社', en: 'Test Travel' },
      currency: 'CNY',
      timeZone: 'Asia/Shanghai',
      headquarters: { code: 'HQ', name: { zh: '总部', en: 'Headquarters' } },
      administrator: {
        userName: 'admin',
        email: `admin@${code}.example`,
        displayName: 'Admin',
        locale: 'en',
        password,
      },
    }),
  );
  const signIn = (login: string, branchId: string) => signedIn(identity, code, login, branchId);
  const { agencyId: id, headquartersId } = founded;
  const administrator = await signIn('admin', headquartersId);
  return {
    id,
    code,
    headquartersId,
    administrator,
    openBranch: async (kind = 'owned', parentId = headquartersId) => {
      const body = {
        code: `B${randomBytes(2).toString('hex').toUpperCase()}`,
        kind,
        parentId,
        name: { zh: '分店', en: 'Branch' },
      };
      const branch = await created<{ id: string }>(administrator.post(`${identity}/v1/branches`, body));
      return branch.id;
    },
    staff: async (role, branchId = headquartersId) => {
      const userName = `${role}-${randomBytes(3).toString('hex')}`;
      const person = {
        branchId,
        userName,
        email: `${userName}@${code}.example`,
        displayName: userName,
        locale: 'en',
        roles: [role],
        password,
      };
      await created(administrator.post(`${identity}/v1/users`, person));
      return signIn(userName, branchId);
    },
  };
}

async function signedIn(identity: string, agency: string, login: string, branchId: string): Promise<Staff> {
  const { accessToken, userId } = await created<{ accessToken: string; userId: string }>(
    createClient().post(`${identity}/v1/sessions`, { agency, login, password }),
  );
  const signInAgain = () => signedIn(identity, agency, login, branchId);
  return { ...createClient(accessToken), userId, branchId, token: accessToken, signInAgain };
}

async function created<Body>(asked: Promise<{ status: number; body: unknown }>): Promise<Body> {
  const { status, body } = await asked;
  if (status !== 201) throw new Error(`expected 201, got ${status}: ${JSON.stringify(body)}`);
  return body as Body; // a 201 of identity has the shape its schema says
}
