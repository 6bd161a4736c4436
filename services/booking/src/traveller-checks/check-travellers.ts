import type { crm } from '@yitu/contracts';
import type { Permission } from '@yitu/access';
import { localDate, type Texts } from '@yitu/kernel';
import { query, type Call, type UnitOfWork } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import type { AskCrm } from '../customers/ask-crm.ts';
import { Departure } from '../departures/departure.ts';
import { errors } from '../errors.ts';
import { Order, OrderTraveller } from '../orders/order.ts';
import { Product } from '../products/product.ts';
import { agesOf, travellerRulesFor } from './category-rules.ts';

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

type Named = Pick<OrderTraveller, 'travellerId' | 'category'>;

/** What crm is asked about travellers of a departure; nothing where none are named, or of a departure there is not. */
export async function questionAbout(
  uow: UnitOfWork,
  departureId: string,
  travellers: readonly Named[],
): Promise<crm.CheckTravellersRequest | undefined> {
  const [departure] = await uow.find(Departure, { id: departureId });
  if (travellers.length === 0 || !departure) return undefined;
  const { departsOn, returnsOn, productId } = departure;
  const { destinationCountry } = await uow.get(Product, productId);
  const rules = await travellerRulesFor(uow, departsOn);
  const { homeCountry, monthsBeyondReturn } = rules;
  const outbound = destinationCountry !== homeCountry;
  const until = localDate(returnsOn).add({ months: monthsBeyondReturn }).toString();
  return {
    travellers: travellers.map(({ travellerId, category }) => {
      const { from: ageFrom, below: ageBelow } = agesOf(rules, category);
      return { travellerId, ageFrom, ageBelow };
    }),
    ...{ departsOn, returnsOn, destinationCountry, documentsValidOn: outbound ? until : '' },
  };
}

/** Who is to travel, and with which departure where it is not the order's own. */
interface Fitting {
  readonly orderId: string;
  readonly departureId?: string | undefined;
}

/** Of all who are named in an order. */
const questionOf = (permission: Permission) =>
  query({ permission }, async (uow, { orderId, departureId }: Fitting) => {
    const order = await uow.get(Order, orderId);
    const travellers = await uow.find(OrderTraveller, { orderId });
    return questionAbout(
      uow,
      departureId ?? order.departureId,
      travellers.toSorted((one, other) => (one.travellerId < other.travellerId ? -1 : 1)),
    );
  });

/**
 * Rules the travellers of an order break: category against the age at departure, documents against the return from trips abroad; and whose documents
 * are missing or end before the return from any trip. booking asks on its own account: all it learns is which rule, and the reviewer need not be
 * allowed to see travellers or documents.
 * @throws crm/unavailable
 */
async function checksOf(crm: AskCrm, call: Call, question: crm.CheckTravellersRequest | undefined) {
  if (!question || !('agencyId' in call.principal)) return { violations: [], documentGaps: [] };
  const { agencyId } = call.principal;
  const behalf = { principal: { kind: 'service', service: 'booking', agencyId } as const };
  const { violations, documentGaps } = await crm.check(behalf, question);
  const told = ({ travellerId, rule }: crm.TravellerViolation): Violation => ({
    ...{ travellerId, rule, message: messages[rule] ?? { zh: rule, en: rule } },
    index: question.travellers.findIndex((one) => one.travellerId === travellerId),
  });
  return { violations: violations.map(told), documentGaps };
}

/**
 * Refuses who cannot travel as booked.
 * @param list JSON pointer of the travellers that are asked about
 * @throws booking/travellers-do-not-fit naming each traveller and rule, crm/unavailable
 */
export async function requireFit(
  crm: AskCrm,
  call: Call,
  question: crm.CheckTravellersRequest | undefined,
  list: string,
): Promise<void> {
  const { violations } = await checksOf(crm, call, question);
  if (violations.length === 0) return;
  throw errors.travellersDoNotFit({
    fields: violations.map(({ index, rule, message }) => ({
      ...{ field: `${list}/${index}`, rule, message },
    })),
  });
}

/** Refuses an order whose travellers cannot travel as booked, or with the departure named. @throws as `requireFit` */
export const requireFitTravellers = (crm: AskCrm, permission: Permission) => {
  const question = questionOf(permission);
  return async (call: Call, orderId: string, departureId?: string): Promise<void> =>
    requireFit(crm, call, await question(call, { orderId, departureId }), '/travellers');
};

export const travellerChecksRoute = (crm: AskCrm) => {
  const question = questionOf('booking.order.read');
  return route({
    method: 'GET',
    path: '/v1/orders/:orderId/traveller-checks',
    summary:
      'Which travellers of an order break which rule of age or document, and who has no document that lasts until the return',
    access: 'booking.order.read',
    params: Type.Object({ orderId: Id }),
    result: Type.Object({
      violations: Type.Array(Violation),
      documentGaps: Type.Array(
        Type.Object({
          travellerId: Id,
          rule: Type.String({ description: 'document-missing, document-expires' }),
        }),
        { description: 'Of documents of any kind, at home too: no rule is broken by it' },
      ),
    }),
    handle: async (call, { params: { orderId } }) => checksOf(crm, call, await question(call, { orderId })),
  });
};
