import type { crm } from '@yitu/contracts';
import type { Permission } from '@yitu/access';
import { localDate, type Texts } from '@yitu/kernel';
import { query, type Call } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import type { AskCrm } from '../customers/ask-crm.ts';
import { Departure } from '../departures/departure.ts';
import { errors } from '../errors.ts';
import { Order, OrderTraveller } from '../orders/order.ts';
import { Product } from '../products/product.ts';
import { travellerRulesOn } from './category-rules.ts';

const Violation = Type.Object({
  travellerId: Id,
  index: Type.Integer({ description: 'Place in the travellers of the order, from 0' }),
  rule: Type.String({ description: 'unknown, too-young, too-old, document-missing, document-expires' }),
  message: Type.Object({ zh: Type.String(), en: Type.String() }),
});
type Violation = Static<typeof Violation>;

const messages: Readonly<Record<string, Texts>> = {
  unknown: { zh: '找不到该出行人', en: 'is not known' },
  'too-young': { zh: '出发时年龄小于所订类别', en: 'is too young for the category at departure' },
  'too-old': { zh: '出发时年龄大于所订类别', en: 'is too old for the category at departure' },
  'document-missing': {
    zh: '没有该目的地所需的证件',
    en: 'has no document that is taken at the destination',
  },
  'document-expires': {
    zh: '证件在返程前到期或未登记有效期',
    en: 'has a document that is not known to be valid until the return',
  },
};

/** Who is to travel, and with which departure where it is not the order's own. */
interface Fitting {
  readonly orderId: string;
  readonly departureId?: string | undefined;
}

/** What crm is asked about an order's travellers; nothing where none are named, or of a departure there is not. */
const questionOf = (permission: Permission) =>
  query({ permission }, async (uow, fitting: Fitting): Promise<crm.CheckTravellersRequest | undefined> => {
    const { orderId } = fitting;
    const order = await uow.get(Order, orderId);
    const travellers = await uow.find(OrderTraveller, { orderId });
    const [departure] = await uow.find(Departure, { id: fitting.departureId ?? order.departureId });
    if (travellers.length === 0 || !departure) return undefined;
    const { departsOn, returnsOn } = departure;
    const { destinationCountry } = await uow.get(Product, departure.productId);
    const { ages, homeCountry, monthsBeyondReturn } = travellerRulesOn(departsOn);
    const outbound = destinationCountry !== homeCountry;
    const until = localDate(returnsOn).add({ months: monthsBeyondReturn }).toString();
    return {
      travellers: travellers
        .toSorted((one, other) => (one.travellerId < other.travellerId ? -1 : 1))
        .map(({ travellerId, category }) => {
          const { from: ageFrom, below: ageBelow } = ages[category];
          return { travellerId, ageFrom, ageBelow };
        }),
      ...{ departsOn, destinationCountry, documentsValidOn: outbound ? until : '' },
    };
  });

/**
 * Rules the travellers of an order break: category against the age at departure, documents against the return from trips abroad. booking asks on its own
 * account: all it learns is which rule, and the reviewer need not be allowed to see travellers.
 * @throws crm/unavailable
 */
const violationsOf =
  (crm: AskCrm, permission: Permission) =>
  async (call: Call, fitting: Fitting): Promise<Violation[]> => {
    const question = await questionOf(permission)(call, fitting);
    if (!question || !('agencyId' in call.principal)) return [];
    const { agencyId } = call.principal;
    const behalf = { principal: { kind: 'service', service: 'booking', agencyId } as const };
    const violations = await crm.violations(behalf, question);
    return violations.map(({ travellerId, rule }) => ({
      ...{ travellerId, rule, message: messages[rule] ?? { zh: rule, en: rule } },
      index: question.travellers.findIndex((one) => one.travellerId === travellerId),
    }));
  };

/** Refuses what cannot travel as booked, or with the departure named. @throws booking/travellers-do-not-fit naming each traveller and rule, crm/unavailable */
export const requireFitTravellers = (crm: AskCrm, permission: Permission) => {
  const ask = violationsOf(crm, permission);
  return async (call: Call, orderId: string, departureId?: string): Promise<void> => {
    const violations = await ask(call, { orderId, departureId });
    if (violations.length === 0) return;
    throw errors.travellersDoNotFit({
      fields: violations.map(({ index, rule, message }) => ({
        ...{ field: `/travellers/${index}`, rule, message },
      })),
    });
  };
};

export const travellerChecksRoute = (crm: AskCrm) => {
  const ask = violationsOf(crm, 'booking.order.read');
  return route({
    method: 'GET',
    path: '/v1/orders/:orderId/traveller-checks',
    summary: 'Which travellers of an order break which rule of age or document',
    access: 'booking.order.read',
    params: Type.Object({ orderId: Id }),
    result: Type.Object({ violations: Type.Array(Violation) }),
    handle: async (call, { params: { orderId } }) => ({ violations: await ask(call, { orderId }) }),
  });
};
