import { createApi, newTraceId, until, type Api } from '../api.ts';
import { demoPassword, signIn } from '../cast.ts';
import { departureIn, enterPerson, sellApproved, sellPaid, type Office } from './sell.ts';

/** People beside the cast: who sells at the franchise, and who looks at what finance proposes. */
const people = [
  { userName: 'zhou.lan', displayName: '周岚', roles: ['sales'], at: 'franchise' },
  { userName: 'he.jing', displayName: '何静', roles: ['finance'], at: 'headquarters' },
] as const;

/** Lines for people: who else can sign in. */
export const furtherPeople: readonly string[] = people.map(
  ({ userName, displayName, roles, at }) =>
    `  ${userName.padEnd(12)} ${displayName}  ${roles.join(', ')}${at === 'franchise' ? ' of the franchise in Nanjing' : ''}`,
);

/** A franchise with its credit, and a sale of what headquarters operates, which earns it a commission. What is there already stays. */
export async function fillFranchise(office: Office): Promise<void> {
  const { stage, cast } = office;
  const branchId = await openFranchise(office);
  const seller = createApi(stage.origin, newTraceId(), await signIn(stage, cast.code, 'zhou.lan'));
  const finance = cast.as('finance', newTraceId());
  await Promise.all([setRules(cast.as('reviewer', newTraceId())), giveCredit(office, finance, branchId)]);
  const { commissions } = await finance.get<{ commissions: object[] }>('/api/booking/v1/commissions?limit=1');
  if (commissions.length > 0) return;
  const customerId = await enterPerson(seller, '孙浩然', 'Sun Haoran', '20260001');
  await sellPaid(office, seller, customerId, await departureIn(office, 10));
  // What is not paid yet uses the credit.
  await sellApproved(office, seller, customerId, await departureIn(office, 35));
}

async function openFranchise({ stage, cast }: Office): Promise<string> {
  const administrator = cast.as('administrator', newTraceId());
  const list = '/api/identity/v1/branches';
  const branches = async () =>
    (await administrator.get<{ branches: { id: string; kind: string }[] }>(list)).branches;
  const headquarters = (await branches()).find(({ kind }) => kind === 'headquarters');
  const name = { zh: '南京加盟店', en: 'Nanjing franchise' };
  const branch = { code: 'NJ', kind: 'franchise', name, parentId: headquarters?.id };
  await administrator.postOnce(list, branch, 'identity/branch-code-taken');
  const franchise = (await branches()).find(({ kind }) => kind === 'franchise');
  if (!headquarters || !franchise) throw new Error('the franchise was not opened');
  for (const { at, ...person } of people)
    await administrator.postOnce(
      '/api/identity/v1/users',
      {
        ...{ ...person, email: `${person.userName}@${cast.code}.example`, locale: 'zh' },
        ...{ password: demoPassword(stage), branchId: at === 'franchise' ? franchise.id : headquarters.id },
      },
      'identity/user-name-taken',
    );
  return franchise.id;
}

/** Eight percent of what is sold for another branch, where nothing was agreed on yet. */
async function setRules(manager: Api): Promise<void> {
  const path = '/api/booking/v1/commission-rules';
  const { version } = await manager.get<{ version: number }>(path);
  if (version === 1) await manager.put(path, { rules: [{ basisPoints: 800 }] }, version);
}

/** A limit that counts, and one that waits for somebody to agree. */
async function giveCredit({ stage, cast }: Office, finance: Api, branchId: string): Promise<void> {
  const path = '/api/booking/v1/credit-limits';
  const { creditLimits } = await finance.get<{ creditLimits: object[] }>(`${path}?limit=1`);
  if (creditLimits.length > 0) return;
  const propose = (amount: string) =>
    finance.post<{ id: string; version: number }>(path, { branchId, limit: { amount, currency: 'CNY' } });
  // Booking learns of a new branch from events.
  const { id, version } = await until('booking to know the franchise', () =>
    propose('5000000').catch(() => undefined),
  );
  const second = createApi(stage.origin, newTraceId(), await signIn(stage, cast.code, 'he.jing'));
  await second.post(`${path}/${id}/approval`, {}, version);
  await propose('8000000');
}
