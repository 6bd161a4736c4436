export type { EventKind } from './event-kind.ts';
export {
  dataOf,
  decodeEnvelope,
  encodeEnvelope,
  MalformedEvent,
  traceparentOf,
  type Envelope,
} from './envelope.ts';
export type { RpcDeclaration } from './rpc.ts';
export * as events from './gen/catalogue.ts';
export { eventCatalogue, rpcDeclarations } from './gen/catalogue.ts';
export * as identity from './gen/yitu/identity/v1/service.ts';
export * as crm from './gen/yitu/crm/v1/service.ts';
export * as booking from './gen/yitu/booking/v1/service.ts';
export * as itinerary from './gen/yitu/itinerary/v1/service.ts';
export * as finance from './gen/yitu/finance/v1/service.ts';
export * as notifications from './gen/yitu/notifications/v1/service.ts';
export * as analytics from './gen/yitu/analytics/v1/service.ts';
