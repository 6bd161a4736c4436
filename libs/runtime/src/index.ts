export { InvalidConfig, parseConfig, serviceConfig, type ServiceConfig } from './config.ts';
export { createLog } from './logging.ts';
export { serviceUnavailable, type Ask, type Behalf } from './grpc/client.ts';
export { rpc, type Rpc } from './grpc/rpc.ts';
export { answerErrors, answerRefusal, answerUnknownRoutes } from './http/answers.ts';
export { httpErrors } from './http/errors.ts';
export { healthRoutes, type Readiness } from './http/health.ts';
export { preferredLocale, Problem, problemMediaType } from './http/problem.ts';
export { acceptEmptyBodies } from './http/server.ts';
export { validatorCompiler } from './http/validation.ts';
export { sendTelemetryWarningsTo } from './telemetry/warnings.ts';
export { Next, page, pageOf } from './http/paging.ts';
export { route, type Access, type Route } from './http/route.ts';
export { Currency, Id, InstantText, LocalDate, LocalText, MoneyText, Version } from './http/schemas.ts';
export {
  layFoundation,
  type Doors,
  type Foundation,
  type Service,
  type ServiceDescription,
} from './service.ts';
export { quarantineRoutes } from './quarantine-routes.ts';
export { run, type Runnable } from './run.ts';
