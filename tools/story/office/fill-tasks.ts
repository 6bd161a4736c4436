import { addDays } from '@yitu/kernel';
import { createApi, newTraceId, type Api } from '../api.ts';
import { customerName, signIn, todayOf, type Role } from '../cast.ts';
import { departureIn, enterPerson, sell, sellApproved, sellPaid, type Office } from './sell.ts';

/** Something that waits for somebody, and how it comes about. */
interface Waiting {
  readonly kind: string;
  readonly service: string;
  /** Who finds it among their tasks. */
  readonly role: Role;
  readonly make: (office: Office, sales: Api) => Promise<unknown>;
}

const waiting: readonly Waiting[] = [
  {
    ...{ kind: 'order-to-review', service: 'booking', role: 'reviewer' },
    make: async (office, sales) => {
      const customerId = await enterPerson(sales, '陈思远', 'Chen Siyuan', '20260011');
      return sell(sales, customerId, await departureIn(office, 20));
    },
  },
  {
    ...{ kind: 'quotation-to-approve', service: 'booking', role: 'reviewer' },
    make: async (office, sales) => quoteBelowCost(office, sales),
  },
  {
    ...{ kind: 'quotation-request-open', service: 'booking', role: 'sales' },
    make: async ({ stage, cast }) => {
      const customer = createApi(stage.origin, newTraceId(), await signIn(stage, cast.code, customerName));
      return customer.post('/api/booking/v1/own-quotation-requests', {
        words: '想带父母去云南，四五天，不赶路，最好住得安静一些。',
        travellers: 4,
        from: addDays(todayOf(stage), 40),
        until: addDays(todayOf(stage), 60),
      });
    },
  },
  {
    ...{ kind: 'contract-to-sign', service: 'itinerary', role: 'sales' },
    make: async (office, sales) => sendContract(office, sales),
  },
  {
    ...{ kind: 'reservation-to-confirm', service: 'itinerary', role: 'operator' },
    make: async (office, sales) => reserveHotel(office, sales),
  },
  {
    ...{ kind: 'refund-to-pay', service: 'finance', role: 'finance' },
    make: async (office, sales) => cancelPaid(office, sales),
  },
  {
    ...{ kind: 'compensation-to-pay', service: 'finance', role: 'finance' },
    make: async (office, sales) => callOff(office, sales),
  },
  {
    ...{ kind: 'incident-open', service: 'identity', role: 'administrator' },
    make: async (_office, sales) =>
      sales.post('/api/identity/v1/incidents', {
        ...{ kind: 'lost-device', severity: 'medium', title: '门店平板电脑遗失' },
        description: '今天上午在机场送团时遗失，屏幕已锁定，已从设备列表退出登录。',
      }),
  },
];

/** Leaves something to do to everybody who has nothing of its kind. */
export async function fillTasks(office: Office): Promise<void> {
  await Promise.all(
    waiting.map(async ({ kind, service, role, make }) => {
      const { tasks } = await office.cast
        .as(role, newTraceId())
        .get<{ tasks: { kind: string; count: number }[] }>(`/api/${service}/v1/tasks`);
      if (tasks.some((task) => task.kind === kind && task.count > 0)) return;
      await make(office, office.cast.as('sales', newTraceId()));
    }),
  );
}

async function quoteBelowCost(office: Office, sales: Api): Promise<void> {
  const text = { zh: '海边酒店双床房', en: 'Twin room by the sea' };
  await sales.post('/api/booking/v1/quotations', {
    customerId: await enterPerson(sales, '刘若曦', 'Liu Ruoxi', '20260012'),
    departureId: await departureIn(office, 20),
    validUntil: addDays(todayOf(office.stage), 10),
    counts: [{ category: 'adult', count: 2 }],
    lines: [{ kind: 'hotel', text, count: 2, unitPrice: '58000', unitCost: '62000' }],
  });
}

async function sendContract(office: Office, sales: Api): Promise<void> {
  const customerId = await enterPerson(sales, '赵梓萱', 'Zhao Zixuan', '20260013');
  const order = await sellApproved(office, sales, customerId, await departureIn(office, 35));
  const contracts = '/api/itinerary/v1/contracts';
  const { id, version } = await sales.post<{ id: string; version: number }>(contracts, { orderId: order.id });
  await sales.post(`${contracts}/${id}/sending`, {}, version);
}

interface Sheet {
  readonly id: string;
  readonly version: number;
}

/** Somebody leaves within a week, and their hotel has not answered yet. */
async function reserveHotel(office: Office, sales: Api): Promise<void> {
  const departureId = await departureIn(office, 6);
  const customerId = await enterPerson(sales, '吴知夏', 'Wu Zhixia', '20260014');
  await sellPaid(office, sales, customerId, departureId);
  const operator = office.cast.as('operator', newTraceId());
  const sheets = '/api/itinerary/v1/operations-sheets';
  const { operationsSheets } = await operator.get<{ operationsSheets: Sheet[] }>(
    `${sheets}?departureId=${departureId}`,
  );
  const { id, version } = operationsSheets[0] ?? (await operator.post<Sheet>(sheets, { departureId }));
  await operator.post(
    `${sheets}/${id}/reservations`,
    {
      ...{ supplierName: '漓江边酒店', serviceKind: 'hotel', description: '双床房一间，含早' },
      ...{ agreedCost: { amount: '42000', currency: 'CNY' }, deadline: addDays(todayOf(office.stage), 3) },
    },
    version,
  );
}

async function cancelPaid(office: Office, sales: Api): Promise<void> {
  const customerId = await enterPerson(sales, '郑景行', 'Zheng Jingxing', '20260015');
  const order = await sellPaid(office, sales, customerId, await departureIn(office, 40));
  await sales.post(
    `/api/booking/v1/orders/${order.id}/cancellation`,
    { reason: '家中有事，不能成行' },
    order.version,
  );
}

/** The agency cancels a paid order a few days before it departs, and owes its customer compensation. */
async function callOff(office: Office, sales: Api): Promise<void> {
  const customerId = await enterPerson(sales, '何雨桐', 'He Yutong', '20260016');
  const { id, version } = await sellPaid(office, sales, customerId, await departureIn(office, 3));
  await office.cast
    .as('reviewer', sales.traceId)
    .post(
      `/api/booking/v1/orders/${id}/agency-cancellation`,
      { cause: 'agency', reason: '车辆临时检修，当日无车可用' },
      version,
    );
}
