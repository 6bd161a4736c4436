export {
  checkSandbox,
  InvalidConfig,
  parseConfig,
  sandboxConfig,
  serviceConfig,
  vaultConfig,
  vaultNeeds,
  type ServiceConfig,
} from './config.ts';
export { createLog } from './logging.ts';
export type { Ask, Behalf } from './grpc/client.ts';
export { rpc, type Rpc } from './grpc/rpc.ts';
export { openApiDocument } from './http/describe.ts';
export type { EventsAnswer, EventStream } from './http/event-stream.ts';
export type { FileAnswer } from './http/files.ts';
export { checkInput } from './http/validation.ts';
export { IdList, idsOf, Next, page, pageOf } from './http/paging.ts';
export { route, type Access, type Refusals, type Route } from './http/route.ts';
export {
  Country,
  Currency,
  Id,
  InstantText,
  LocalDate,
  LocalText,
  MoneyText,
  Version,
} from './http/schemas.ts';
export {
  layFoundation,
  type Doors,
  type Foundation,
  type Service,
  type ServiceDescription,
} from './service.ts';
export { quarantineRoutes } from './quarantine-routes.ts';
export { run, type Runnable } from './run.ts';
export { listTaskRoute } from './list-task.ts';
export { tasksRoute, type TaskKind } from './tasks.ts';
