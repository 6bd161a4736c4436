import { randomBytes } from 'node:crypto';
import { createApi, newTraceId, type Api } from '../../story/api.ts';
import type { RunningSystem } from '../config.ts';
import { catalogue, unitPrice } from './catalogue.ts';
import { enterCustomers, type Customer } from './customers.ts';
import { whenKnown } from './when-known.ts';

/** Of every agency of a load run; the first is the headquarters'. */
export const branchCodes = ['HQ', 'BJ', 'SH', 'GZ', 'SZ', 'CD', 'HZ', 'XA'];
const salesPerBranch = 3;

/** A branch with its staff and its customers. */
interface Branch {
  readonly id: string;
  readonly code: string;
  readonly sales: readonly Person[];
  readonly customers: readonly Customer[];
}

interface Person {
  readonly userName: string;
  readonly userId: string;
}

/** A chain of branches that sells: everything that has to be there before orders can be placed. */
export interface LoadAgency {
  readonly id: string;
  readonly code: string;
  readonly password: string;
  readonly branches: readonly Branch[];
  readonly productId: string;
  readonly departureIds: readonly string[];
  /** Minor units. */
  readonly unitPrice: string;
}

/** Founds an agency of its own for one load run, through the public API. Nothing deletes it afterwards. */
export async function prepareAgency(system: RunningSystem): Promise<LoadAgency> {
  const code = `load-${randomBytes(4).toString('hex')}`;
  const account = { system, code, password: randomBytes(12).toString('base64url') };
  const founded = await found(account);
  const administrator = await as(account, 'admin');
  await administrator.post('/api/identity/v1/users', {
    ...person(account, 'planner', founded.headquartersId),
    roles: ['project-manager'],
  });
  const [offered, branches] = await Promise.all([
    as(account, 'planner').then(catalogue),
    Promise.all(
      branchCodes.map((branch) => openBranch(account, administrator, founded.headquartersId, branch)),
    ),
  ]);
  const agency = {
    id: founded.agencyId,
    code,
    password: account.password,
    branches,
    ...offered,
    unitPrice,
  };
  await Promise.all(agency.branches.map((branch) => untilSelling(account, branch, agency.departureIds)));
  return agency;
}

/** An agency as its people sign in. */
export interface Account {
  readonly system: RunningSystem;
  readonly code: string;
  readonly password: string;
}

/** A new access token of one of the agency's people. */
export async function signIn({ system, code, password }: Account, userName: string): Promise<string> {
  const body = { agency: code, login: userName, password };
  const { accessToken } = await createApi(system.origin, newTraceId()).post<{ accessToken: string }>(
    '/api/identity/v1/sessions',
    body,
  );
  return accessToken;
}

/** Everybody who sells, by user name. */
export const peopleOf = ({ branches }: LoadAgency): string[] =>
  branches.flatMap(({ sales }) => sales.map(({ userName }) => userName));

/** @returns a new access token of each who sells, by user name */
export async function signInAll(system: RunningSystem, agency: LoadAgency): Promise<Map<string, string>> {
  const { code, password } = agency;
  const signedIn = peopleOf(agency).map(
    async (userName) => [userName, await signIn({ system, code, password }, userName)] as const,
  );
  return new Map(await Promise.all(signedIn));
}

/** The public API as one of its people. */
export const as = async (account: Account, userName: string): Promise<Api> =>
  createApi(account.system.origin, newTraceId(), await signIn(account, userName));

/** What adds somebody. */
export const person = ({ code, password }: Account, userName: string, branchId?: string) => ({
  userName,
  email: `${userName}@${code}.example`,
  displayName: userName,
  locale: 'zh',
  password,
  ...(branchId !== undefined && { branchId }),
});

/** Founds it, with its headquarters and an administrator. */
export async function found(account: Account): Promise<{ agencyId: string; headquartersId: string }> {
  const { origin, operatorSecret } = account.system;
  const operator = await createApi(origin, newTraceId()).post<{ accessToken: string }>(
    '/api/identity/v1/operator-sessions',
    { secret: operatorSecret },
  );
  return createApi(origin, newTraceId(), operator.accessToken).post('/api/identity/v1/agencies', {
    code: account.code,
    name: { zh: '压力测试旅行社', en: 'Load run' },
    currency: 'CNY',
    timeZone: 'Asia/Shanghai',
    headquarters: { code: branchCodes[0], name: { zh: '总部', en: 'Headquarters' } },
    administrator: person(account, 'admin'),
  });
}

/** Opens a branch (the headquarters are open already) with people who sell and their customers. */
export async function openBranch(
  account: Account,
  administrator: Api,
  headquartersId: string,
  code: string,
): Promise<Branch> {
  const name = { zh: `${code}分社`, en: `${code} branch` };
  const opened = { code, kind: 'owned', parentId: headquartersId, name };
  const id =
    code === branchCodes[0]
      ? headquartersId
      : (await administrator.post<{ id: string }>('/api/identity/v1/branches', opened)).id;
  const names = Array.from(
    { length: salesPerBranch },
    (_, index) => `sales.${code.toLowerCase()}${index + 1}`,
  );
  const sales = await Promise.all(
    names.map(async (userName) => {
      const added = { ...person(account, userName, id), roles: ['sales'] };
      const { id: userId } = await administrator.post<{ id: string }>('/api/identity/v1/users', added);
      return { userName, userId };
    }),
  );
  const [first = ''] = names;
  return { id, code, sales, customers: await enterCustomers(await as(account, first)) };
}

/** An order is placed, so that a run begins only when one can be. */
async function untilSelling(
  account: Account,
  { code, sales, customers }: Branch,
  [departureId]: readonly string[],
): Promise<void> {
  const api = await as(account, sales[0]?.userName ?? '');
  const order = { departureId, customerId: customers[0]?.id, counts: [{ category: 'adult', count: 1 }] };
  await whenKnown(`branch ${code} to be able to sell`, () => api.post('/api/booking/v1/orders', order));
}
