import { createHmac } from 'node:crypto';
import { today, type Clock } from '@yitu/kernel';
import { createApi, newTraceId, type Api } from './api.ts';

/** The system as the story sees it: from outside. */
export interface Stage {
  readonly origin: string;
  readonly operatorSecret: string;
  readonly mailUrl: string;
  /** The clock of its services. */
  readonly clock: Clock;
}

/** The day it is for the agencies of the story (local date, ISO 8601). */
export const todayOf = ({ clock }: Stage): string => today(clock.now(), 'Asia/Shanghai');

/** The people of the story, each with one role. */
const roles = {
  sales: { userName: 'li.na', displayName: '李娜', roles: ['sales', 'account-manager'] },
  reviewer: { userName: 'zhang.wei', displayName: '张伟', roles: ['project-manager'] },
  operator: { userName: 'chen.jie', displayName: '陈洁', roles: ['operator'] },
  finance: { userName: 'zhao.min', displayName: '赵敏', roles: ['finance'] },
  analyst: { userName: 'sun.yue', displayName: '孙悦', roles: ['data-analyst', 'auditor'] },
} as const;

export type Role = keyof typeof roles | 'administrator';

/** An agency with its people signed in. */
export interface Cast {
  readonly code: string;
  /** The API as one of them calls it, within a trace. */
  readonly as: (role: Role, traceId: string) => Api;
}

export interface AgencyPlan {
  readonly code: string;
  readonly name: { zh: string; en: string };
  readonly branch: { code: string; kind: 'owned' | 'franchise'; name: { zh: string; en: string } };
}

/** What the customer of the demo signs in with. */
export const customerName = 'wang';

/** The demo's password: another one in every installation, the same for all its people, never written into the code. */
export const demoPassword = ({ operatorSecret }: Stage): string =>
  createHmac('sha256', operatorSecret).update('the people of the demo').digest('base64url').slice(0, 14);

/** Founds an agency with a branch and its people, through the public API; what an interrupted attempt has made stays. */
export async function ensureAgency(stage: Stage, { code, name, branch }: AgencyPlan): Promise<void> {
  const trace = newTraceId();
  const password = demoPassword(stage);
  const operator = await createApi(stage.origin, trace).post<{ accessToken: string }>(
    '/api/identity/v1/operator-sessions',
    {
      secret: stage.operatorSecret,
    },
  );
  const person = (userName: string) => ({
    userName,
    email: `${userName}@${code}.example`,
    locale: 'zh',
    password,
  });
  await createApi(stage.origin, trace, operator.accessToken).postOnce(
    '/api/identity/v1/agencies',
    {
      code,
      name,
      currency: 'CNY',
      timeZone: 'Asia/Shanghai',
      headquarters: { code: 'HQ', name: { zh: '总部', en: 'Headquarters' } },
      administrator: { ...person('admin'), displayName: '管理员' },
    },
    'identity/agency-code-taken',
  );
  const administrator = createApi(stage.origin, trace, await signIn(stage, code, 'admin'));
  const { branches } = await administrator.get<{ branches: { id: string; kind: string }[] }>(
    '/api/identity/v1/branches',
  );
  const headquarters = branches.find(({ kind }) => kind === 'headquarters');
  const below = { ...branch, parentId: headquarters?.id };
  await administrator.postOnce('/api/identity/v1/branches', below, 'identity/branch-code-taken');
  await Promise.all(
    Object.values(roles).map(({ userName, displayName, roles: held }) => {
      const user = { ...person(userName), displayName, branchId: headquarters?.id, roles: held };
      return administrator.postOnce('/api/identity/v1/users', user, 'identity/user-name-taken');
    }),
  );
}

/** Signs everybody in. */
export async function assemble(stage: Stage, code: string): Promise<Cast> {
  const names: [Role, string][] = [
    ['administrator', 'admin'],
    ['sales', roles.sales.userName],
    ['reviewer', roles.reviewer.userName],
    ['operator', roles.operator.userName],
    ['finance', roles.finance.userName],
    ['analyst', roles.analyst.userName],
  ];
  const tokens = new Map(
    await Promise.all(
      names.map(async ([role, userName]) => [role, await signIn(stage, code, userName)] as const),
    ),
  );
  return { code, as: (role, traceId) => createApi(stage.origin, traceId, tokens.get(role)) };
}

/** @returns an access token @throws when the sign-in is refused */
export async function signIn(stage: Stage, agency: string, login: string): Promise<string> {
  const body = { agency, login, password: demoPassword(stage) };
  const { accessToken } = await createApi(stage.origin, newTraceId()).post<{ accessToken: string }>(
    '/api/identity/v1/sessions',
    body,
  );
  return accessToken;
}

/** Lines for people: who can sign in at the agencies of the demo, and how. @param further lines of people beside the cast */
export function signInLines(
  stage: Stage,
  agencies: readonly AgencyPlan[],
  further: readonly string[] = [],
): string[] {
  return [
    `Agencies: ${agencies.map(({ code, name }) => `${code} (${name.zh})`).join(', ')}`,
    ...Object.values(roles).map(
      ({ userName, displayName, roles: held }) =>
        `  ${userName.padEnd(12)} ${displayName}  ${held.join(', ')}`,
    ),
    `  ${'admin'.padEnd(12)} 管理员  system-administrator`,
    ...further,
    `  ${customerName.padEnd(12)} 客户    customer, at ${stage.origin}/portal?agency=${agencies[0]?.code ?? ''}`,
    `Password of all of them: ${demoPassword(stage)}`,
  ];
}
