import { randomBytes, randomInt } from 'node:crypto';
import { createApi, newTraceId, type Api } from '../../story/api.ts';
import { whenKnown } from '../../load/s1/when-known.ts';
import type { OwnSystem } from '../system/own-system.ts';
import { openCampaigns, type OpenedCampaign } from './campaigns.ts';
import { giveCredit, openFranchise, type CreditedBranch } from './franchise.ts';
import { signIn, type Account } from './account.ts';

/** An agency that sells, for one run. */
export interface LoadedAgency {
  readonly id: string;
  /** Who does what: an order is reviewed by somebody else than its author. */
  readonly people: Readonly<Record<Role, Account>>;
  readonly customerIds: readonly string[];
  readonly departures: readonly SoldDeparture[];
  readonly campaigns: readonly OpenedCampaign[];
  readonly franchise: CreditedBranch;
  /** The day before it was founded, by the clock of the services, which drills move: payments and consents of then are not of the future. */
  readonly yesterday: string;
  /** Ids of those that were called off by now; the caller of a run adds them. */
  readonly calledOff: Set<string>;
}

export interface SoldDeparture {
  readonly id: string;
  readonly capacity: number;
  /** It is going to be called off: nobody moves there. */
  readonly doomed: boolean;
}

/** `agent` sells at the franchise branch, `sales` at headquarters. */
export type Role = 'sales' | 'agent' | 'reviewer' | 'cashier' | 'administrator';

/** Minor units. */
const unitPrice = '68000';
/** What is kept of the price of whoever cancels: hundredths of a percent. */
export const penaltyShare = 4_000;
/** The shortest there is: many holds end while the system is struck. */
const rules = { holdMinutes: 1, depositPercent: 30, depositDueDays: 0, balanceDueDaysBefore: 15 };
const scale = { byCustomer: [{ fromDays: 0, share: penaltyShare }], byAgency: [{ fromDays: 0, share: 0 }] };
/** Whoever cancels leaves a part of the price, of which more may be paid than it, or less. */
const policy = { homeCountry: 'CN', refundWithinWorkingDays: 5, domestic: scale, outbound: scale };
const password = randomBytes(12).toString('base64url');
const customers = 4;

/**
 * Founds an agency through the public API. @param capacities of its departures: small ones are sold out and fought for
 * @param doomed how many of the last of them are going to be called off
 */
export async function foundAgency(
  system: OwnSystem,
  capacities: readonly number[],
  doomed = 0,
): Promise<LoadedAgency> {
  const code = `f${randomBytes(4).toString('hex')}`;
  const { agencyId, headquartersId } = await found(system, code);
  const administrator = await signIn(system, code, 'admin', password);
  const franchiseId = await openFranchise(administrator.api(), headquartersId);
  const member = async (userName: string, role: string, branchId = headquartersId) => {
    const person = { ...personOf(code, userName), branchId, roles: [role] };
    await administrator.api().post('/api/identity/v1/users', person);
    return signIn(system, code, userName, password);
  };
  const [sales, agent, reviewer, cashier, treasurer] = await Promise.all([
    member('sales', 'sales'),
    member('agent', 'sales', franchiseId),
    member('reviewer', 'project-manager'),
    member('cashier', 'finance'),
    member('treasurer', 'finance'),
  ]);
  const people = { sales, agent, reviewer, cashier, administrator };
  const today = system.clock.now().toZonedDateTimeISO('Asia/Shanghai').toPlainDate();
  const departures = await scheduleAll(reviewer.api(), today.add({ days: 150 }), capacities, doomed);
  const campaigns = await openCampaigns(reviewer.api(), today);
  const yesterday = today.subtract({ days: 1 }).toString();
  const customerIds = await Promise.all(Array.from({ length: customers }, () => enterCustomer(sales.api())));
  const franchise = { id: franchiseId, customerId: await enterCustomer(agent.api()) };
  const sold = { departures, campaigns, franchise, yesterday, calledOff: new Set<string>() };
  const agency = { id: agencyId, people, customerIds, ...sold };
  await untilSelling(agency);
  await giveCredit(treasurer.api(), cashier.api(), franchiseId);
  return agency;
}

const personOf = (code: string, userName: string) => ({
  userName,
  email: `${userName}@${code}.example`,
  displayName: userName,
  locale: 'zh',
  password,
});

async function found({ origin, operatorSecret }: OwnSystem, code: string) {
  const operator = await createApi(origin, newTraceId()).post<{ accessToken: string }>(
    '/api/identity/v1/operator-sessions',
    { secret: operatorSecret },
  );
  return createApi(origin, newTraceId(), operator.accessToken).post<{
    agencyId: string;
    headquartersId: string;
  }>('/api/identity/v1/agencies', {
    code,
    name: { zh: '故障演练旅行社', en: 'Fault drill' },
    currency: 'CNY',
    timeZone: 'Asia/Shanghai',
    headquarters: { code: 'HQ', name: { zh: '总部', en: 'Headquarters' } },
    administrator: personOf(code, 'admin'),
  });
}

async function scheduleAll(
  planner: Api,
  day: Temporal.PlainDate,
  capacities: readonly number[],
  doomed: number,
): Promise<LoadedAgency['departures']> {
  await planner.put('/api/booking/v1/rules', rules, 1);
  await planner.put('/api/booking/v1/cancellation-policy', policy, 1);
  const { id: productId } = await planner.post<{ id: string }>('/api/booking/v1/products', {
    kind: 'day-trip',
    name: { zh: '漓江竹筏一日游', en: 'A day on the Li river' },
    summary: { zh: '杨堤至兴坪，含午餐', en: 'From Yangdi to Xingping, lunch included' },
    ...{ destinationCountry: 'CN', destinationCity: '桂林', days: 1, themes: ['nature'] },
  });
  const date = day.toString();
  return Promise.all(
    capacities.map(async (capacity, index) => {
      const { id } = await planner.post<{ id: string }>('/api/booking/v1/departures', {
        ...{ productId, groupNumber: `F-${index + 1}`, departsOn: date, returnsOn: date, capacity },
        currency: 'CNY',
        prices: [{ travellerCategory: 'adult', customerCategory: '*', amount: unitPrice }],
      });
      return { id, capacity, doomed: index >= capacities.length - doomed };
    }),
  );
}

async function enterCustomer(sales: Api): Promise<string> {
  const person = {
    kind: 'person',
    name: { zh: '王小明' },
    phone: `+86139${String(randomInt(1e8)).padStart(8, '0')}`,
    source: 'walk-in',
    locale: 'zh',
  };
  const { id } = await whenKnown('crm to take customers', () =>
    sales.post<{ id: string }>('/api/crm/v1/customers', person),
  );
  return id;
}

/** Services learn of a new agency and its branches by events: the run begins when an order can be placed in each of them. */
async function untilSelling({ people, customerIds, departures, franchise }: LoadedAgency): Promise<void> {
  const order = { departureId: departures[0]?.id, counts: [{ category: 'adult', count: 1 }] };
  const sellers = [
    [people.sales, customerIds[0]],
    [people.agent, franchise.customerId],
  ] as const;
  for (const [seller, customerId] of sellers)
    await whenKnown('booking to sell', () =>
      seller.api().post('/api/booking/v1/orders', { ...order, customerId }),
    );
}
