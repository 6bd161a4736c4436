import { createHmac } from 'node:crypto';
import { createApi, newTraceId, type Api } from './api.ts';

/** The system as the story sees it: from outside. */
export interface Stage {
  readonly origin: string;
  readonly operatorSecret: string;
  readonly mailUrl: string;
}

/** The people of the story, each with one role. */
export const roles = {
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

/** The demo's password: another one in every installation, the same for all its people, never written into the code. */
export const demoPassword = ({ operatorSecret }: Stage): string =>
  createHmac('sha256', operatorSecret).update('the people of the demo').digest('base64url').slice(0, 14);

/** Founds an agency with a branch and its people, through the public API. */
export async function foundAgency(stage: Stage, { code, name, branch }: AgencyPlan): Promise<void> {
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
  const founded = await createApi(stage.origin, trace, operator.accessToken).post<{ headquartersId: string }>(
    '/api/identity/v1/agencies',
    {
      code,
      name,
      currency: 'CNY',
      timeZone: 'Asia/Shanghai',
      headquarters: { code: 'HQ', name: { zh: '总部', en: 'Headquarters' } },
      administrator: { ...person('admin'), displayName: '管理员' },
    },
  );
  const token = await signIn(stage, code, 'admin');
  const administrator = createApi(stage.origin, trace, token);
  const { headquartersId } = founded;
  await administrator.post('/api/identity/v1/branches', { ...branch, parentId: headquartersId });
  await Promise.all(
    Object.values(roles).map(({ userName, displayName, roles: held }) =>
      administrator.post('/api/identity/v1/users', {
        ...person(userName),
        displayName,
        branchId: headquartersId,
        roles: held,
      }),
    ),
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

async function signIn(stage: Stage, agency: string, login: string): Promise<string> {
  const body = { agency, login, password: demoPassword(stage) };
  const { accessToken } = await createApi(stage.origin, newTraceId()).post<{ accessToken: string }>(
    '/api/identity/v1/sessions',
    body,
  );
  return accessToken;
}
