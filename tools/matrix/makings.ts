import type { Call } from './call.ts';
import { examples } from './examples/index.ts';
import type { Objects } from './objects.ts';
import type { Operation } from './operations.ts';
import { requestOf } from './request.ts';

/** A thing the story does not leave, and the operation that makes it. */
interface Making {
  readonly name: string;
  readonly service: string;
  readonly operation: string;
  /** Where its id stands in the answer; `id` when left out. */
  readonly at?: RegExp;
}

/** In this order: later ones may name what earlier ones have made. */
const makings: readonly Making[] = [
  { name: 'invitationId', service: 'identity', operation: 'POST /v1/invitations' },
  { name: 'incidentId', service: 'identity', operation: 'POST /v1/incidents' },
  {
    name: 'isolationId',
    service: 'identity',
    operation: 'POST /v1/incidents/:incidentId/isolations',
    at: /"isolations":\[\{"id":"([^"]+)"/,
  },
  { name: 'courseCode', service: 'identity', operation: 'POST /v1/courses', at: /"code":"([^"]+)"/ },
  { name: 'trainingId', service: 'identity', operation: 'POST /v1/courses/:code/trainings' },
  {
    name: 'clientId',
    service: 'identity',
    operation: 'POST /v1/clients',
    at: /"client":\{"id":"([^"]+)"|"id":"([^"]+)"/,
  },
  {
    name: 'supplierLossId',
    service: 'booking',
    operation: 'POST /v1/orders/:orderId/supplier-losses',
  },
  { name: 'articleId', service: 'booking', operation: 'POST /v1/articles' },
  ...(['product', 'article'] as const).map((owner) => ({
    name: `${owner}PictureId`,
    service: 'booking',
    operation: `POST /v1/${owner}s/:${owner}Id/pictures`,
    at: /"pictures":\[\{"id":"([^"]+)"/,
  })),
  { name: 'importId', service: 'booking', operation: 'POST /v1/imports' },
  { name: 'customerImportId', service: 'crm', operation: 'POST /v1/imports' },
  {
    name: 'documentId',
    service: 'crm',
    operation: 'POST /v1/customers/:customerId/travellers/:travellerId/documents',
  },
  { name: 'priceListId', service: 'booking', operation: 'POST /v1/price-lists' },
  { name: 'quotationId', service: 'booking', operation: 'POST /v1/quotations' },
  { name: 'campaignId', service: 'booking', operation: 'POST /v1/coupon-campaigns' },
  // Other services name suppliers too, by ids they do not ask about.
  { name: 'directorySupplierId', service: 'booking', operation: 'POST /v1/suppliers' },
  { name: 'rateId', service: 'booking', operation: 'POST /v1/suppliers/:supplierId/rates' },
  { name: 'bankAccountId', service: 'crm', operation: 'POST /v1/customers/:customerId/bank-accounts' },
];

/** Makes what the story does not leave, by the operations themselves. @param token of somebody who may do everything @throws when one refuses */
export async function makeMore(
  operations: readonly Operation[],
  objects: Objects,
  call: Call,
  token: string,
): Promise<Objects> {
  const made: Record<string, string> = { ...objects };
  for (const { name, service, operation: wanted, at = /"id":"([^"]+)"/ } of makings) {
    const operation = operations.find((one) => one.service === service && one.name === wanted);
    if (!operation) throw new Error(`${service} has no ${wanted} any more (tools/matrix/makings.ts)`);
    const request = requestOf(operation, examples[service]?.[wanted] ?? {}, made);
    const { status, text } = await call(operation, request, { token });
    const [, ...found] = at.exec(text) ?? [];
    const id = found.find((one) => one !== undefined);
    if (status >= 300 || id === undefined)
      throw new Error(`${service} ${wanted} made no ${name}: ${status} ${text}`);
    made[name] = id;
  }
  return made;
}
