import { answer, api } from '../../api/client.ts';
import type { Permission } from '../../api/gen/permissions.ts';
import type { Money } from '../../format/money.ts';
import type { Tone } from '../../patterns/state-tag.tsx';
import { texts } from './texts.ts';

/** One thing that was with a customer, as a service tells of it. */
export interface Told {
  readonly id: string;
  readonly at: string;
  readonly what: 'order' | 'quotation' | 'request' | 'contract' | 'payment' | 'message' | 'survey';
  readonly number?: string;
  /** Of its page. */
  readonly address?: string;
  readonly amount?: Money;
  readonly departureId?: string;
  readonly state?: string;
  readonly tone?: Tone;
  readonly words?: string;
}

interface Source {
  readonly needs: Permission;
  readonly key: readonly string[];
  readonly load: (customerId: string, signal: AbortSignal) => Promise<readonly Told[]>;
}

/** As many of a kind as one looks back at; older ones are in the lists of their own. */
export const lookedBack = 50;

/** Orders whose payments and messages are asked for: these lists know orders, not customers. */
export const recentOrders = 12;

const ordersOf = async (customerId: string, signal: AbortSignal, most = lookedBack) => {
  const params = { query: { customerId, limit: most } };
  return (await answer(api.booking.GET('/v1/orders', { params, signal }))).orders;
};

const tones: Readonly<Record<string, Tone>> = {
  'in-review': 'waiting',
  returned: 'waiting',
  'awaiting-payment': 'waiting',
  confirmed: 'going',
  travelling: 'going',
  completed: 'good',
  settled: 'good',
  signed: 'good',
  sent: 'going',
  accepted: 'good',
  ordered: 'good',
  failed: 'bad',
};

const toned = (state: string) => ({ state, tone: tones[state] ?? ('over' as const) });

export const historySources: readonly Source[] = [
  {
    needs: 'booking.order.read',
    key: ['booking', 'order'],
    load: async (customerId, signal) =>
      (await ordersOf(customerId, signal)).map(({ id, number, createdAt, total, departureId, state }) => ({
        ...{ id, at: createdAt, what: 'order', number, address: `/orders/${id}`, amount: total, departureId },
        ...toned(state),
      })),
  },
  {
    needs: 'booking.quotation.read',
    key: ['booking', 'quotation'],
    load: async (customerId, signal) => {
      const params = { query: { customerId, limit: lookedBack } };
      const { quotations } = await answer(api.booking.GET('/v1/quotations', { params, signal }));
      return quotations.map(({ id, number, createdAt, total, state }) => ({
        ...{ id, at: createdAt, what: 'quotation', number, address: `/quotations/${id}`, amount: total },
        ...toned(state),
      }));
    },
  },
  {
    needs: 'itinerary.request.read',
    key: ['itinerary', 'request'],
    load: async (customerId, signal) => {
      const params = { query: { customerId, limit: lookedBack } };
      const { requests } = await answer(api.itinerary.GET('/v1/requests', { params, signal }));
      return requests.map(({ id, createdAt, purpose }) => ({
        ...{ id, at: createdAt, what: 'request', address: `/requests/${id}`, words: purpose },
      }));
    },
  },
  {
    needs: 'itinerary.contract.read',
    key: ['itinerary', 'contract'],
    load: async (customerId, signal) => {
      const params = { query: { customerId, limit: lookedBack } };
      const { contracts } = await answer(api.itinerary.GET('/v1/contracts', { params, signal }));
      return contracts.map(({ id, number, createdAt, signedAt, total, state }) => ({
        ...{ id, at: signedAt ?? createdAt, what: 'contract', number, address: `/contracts/${id}` },
        ...{ amount: total, ...toned(state) },
      }));
    },
  },
  { needs: 'finance.payment.read', key: ['finance', 'payment'], load: paymentsOf },
  { needs: 'notifications.delivery.read', key: ['notifications', 'delivery'], load: messagesTo },
  { needs: 'crm.survey.read', key: ['crm', 'survey'], load: surveysOf },
];

async function paymentsOf(customerId: string, signal: AbortSignal): Promise<Told[]> {
  const orders = await ordersOf(customerId, signal, recentOrders);
  const found = await Promise.all(
    orders.map(async ({ id, number }) => {
      const params = { query: { orderId: id, limit: lookedBack } };
      const { payments } = await answer(api.finance.GET('/v1/payments', { params, signal }));
      return payments.map((payment) => ({ ...payment, order: number }));
    }),
  );
  return found.flat().map(({ id, createdAt, amount, state, method, order }) => ({
    ...{ id, at: createdAt, what: 'payment', number: order, amount, state },
    ...{ tone: state === 'received' ? 'good' : 'over', words: texts.word(method) },
  }));
}

async function messagesTo(customerId: string, signal: AbortSignal): Promise<Told[]> {
  const orders = await ordersOf(customerId, signal, recentOrders);
  const found = await Promise.all(
    orders.map(async ({ id, number }) => {
      const params = { query: { aboutId: id, limit: lookedBack } };
      const { deliveries } = await answer(api.notifications.GET('/v1/deliveries', { params, signal }));
      return deliveries
        .filter((one) => one.customerId === customerId)
        .map((one) => ({ ...one, order: number }));
    }),
  );
  return found.flat().map(({ id, createdAt, finishedAt, state, channel, order }) => ({
    ...{ id, at: finishedAt ?? createdAt, what: 'message', number: order, words: texts.word(channel) },
    ...toned(state),
  }));
}

async function surveysOf(customerId: string, signal: AbortSignal): Promise<Told[]> {
  const params = { query: { customerId, limit: lookedBack } };
  const { surveys } = await answer(api.crm.GET('/v1/surveys', { params, signal }));
  return surveys.map(({ id, sentAt, answeredAt, answer: given }) => ({
    ...{ id, at: answeredAt ?? sentAt, what: 'survey', state: given ? 'answered' : 'unanswered' },
    tone: given ? 'good' : 'waiting',
    ...(given && {
      words: [texts.say('npsOf', { nps: given.nps }), given.comment].filter(Boolean).join(' · '),
    }),
  }));
}
