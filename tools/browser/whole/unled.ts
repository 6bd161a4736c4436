import { createApi, newTraceId, type Api } from '../../story/api.ts';
import { signIn } from '../../story/cast.ts';
import { sellApproved, type Sold } from '../../story/office/sell.ts';
import type { BrowserStage } from '../stage.ts';
import {
  answerRequest,
  fillUp,
  prepareDeparture,
  sendPlan,
  type Prepared,
  type Versioned,
} from './prepared.ts';

/** The customer of the demo, and a departure of their own. */
interface Scene {
  readonly stage: BrowserStage;
  readonly prepared: Prepared;
  readonly customerId: string;
  readonly customer: Api;
  readonly sales: Api;
}

/** Addresses no link of the demo leads to, by who looks there: what their pages show is made here. */
export async function unledAddresses(stage: BrowserStage): Promise<Readonly<Record<string, string[]>>> {
  const scene = await setScene(stage);
  const own = await ownOrders(scene);
  const { products } = await scene.sales.get<{ products: Versioned[] }>('/api/booking/v1/products?limit=2');
  return {
    'li.na': [`/waiting-entries/${await waitingEntry(stage)}`],
    'zhao.min': [`/online-payments/${await onlinePayment(scene, own.approved)}`],
    admin: [`/training/${await course(scene)}`, '/users/invitations'],
    wang: [
      '/portal',
      `/portal/compare?products=${products.map(({ id }) => id).join(',')}`,
      `/portal/orders/${own.placed}/change`,
      ...['cancel', 'itinerary', 'travellers'].map((page) => `/portal/orders/${own.approved}/${page}`),
      await placeToWait(stage),
      `/portal/quotations/${await quotation(scene)}`,
    ],
  };
}

async function setScene(stage: BrowserStage): Promise<Scene> {
  const prepared = await prepareDeparture(stage);
  const token = await signIn(stage.stage, stage.agency, 'wang');
  const customer = createApi(stage.origin, newTraceId(), token);
  const own = await customer.get<{ customer: { id: string } }>('/api/crm/v1/own-customer');
  const sales = prepared.cast.as('sales', newTraceId());
  return { stage, prepared, customer, sales, customerId: own.customer.id };
}

const adult = { category: 'adult', count: 1 };

/** One that still waits for its review, and one that is approved, with a plan to answer and nobody named. */
async function ownOrders(scene: Scene): Promise<{ placed: string; approved: string }> {
  const { stage, prepared, customer, sales, customerId } = scene;
  const { cast, departureId } = prepared;
  const placed = await customer.post<Sold>('/api/booking/v1/own-orders', { departureId, counts: [adult] });
  const office = { stage: stage.stage, cast };
  const approved = await sellApproved(office, sales, customerId, departureId);
  await sendPlan(prepared, approved.id);
  return { placed: placed.id, approved: approved.id };
}

async function onlinePayment({ customer }: Scene, orderId: string): Promise<string> {
  const asked = { orderId, returnTo: `/portal/orders/${orderId}` };
  const { onlinePaymentId } = await customer.post<{ onlinePaymentId: string }>(
    '/api/finance/v1/online-payments',
    asked,
  );
  return onlinePaymentId;
}

async function course({ prepared }: Scene): Promise<string> {
  const code = `LAKE-${Date.now()}`;
  await prepared.cast.as('administrator', newTraceId()).post('/api/identity/v1/courses', {
    ...{ code, name: { zh: '湖上安全', en: 'Safe on the lake' }, roles: ['sales'] },
    ...{ passingScore: 60, validityMonths: 12, mandatory: false },
  });
  return code;
}

/** A customer who waits for a full departure. */
async function waitingEntry(stage: BrowserStage): Promise<string> {
  const full = await prepareDeparture(stage);
  await fillUp(full);
  const sales = full.cast.as('sales', newTraceId());
  const { customers } = await sales.get<{ customers: Versioned[] }>('/api/crm/v1/customers?limit=1');
  const { id } = await sales.post<{ id: string }>(
    `/api/booking/v1/departures/${full.departureId}/waiting-list`,
    { customerId: customers[0]?.id, counts: [adult] },
  );
  return id;
}

async function placeToWait(stage: BrowserStage): Promise<string> {
  const full = await prepareDeparture(stage);
  await fillUp(full);
  return `/portal/products/${full.productId}/wait/${full.departureId}`;
}

/** What the customer asked to be quoted, quoted. */
async function quotation({ stage, prepared, customer }: Scene): Promise<string> {
  const { productId, departureId } = prepared;
  await customer.post('/api/booking/v1/own-quotation-requests', { productId, departureId, travellers: 2 });
  await answerRequest(stage, prepared);
  const { quotations } = await customer.get<{ quotations: Versioned[] }>('/api/booking/v1/own-quotations');
  return quotations[0]?.id ?? '';
}
