/**
 * For a program that has an HTTP door and nothing else: through this entry neither the database nor the bus nor gRPC are loaded, which cost
 * 70 MB and a second at start.
 */
export { checkSandbox, InvalidConfig, parseConfig, sandboxConfig, serviceConfig } from './config.ts';
export { answerErrors, answerRefusal, answerUnknownRoutes } from './http/answers.ts';
export { closeHttp } from './http/close.ts';
export { httpErrors } from './http/errors.ts';
export { healthRoutes, type Readiness } from './http/health.ts';
export { preferredLocale, Problem } from './http/problem.ts';
export { takeJsonBodies } from './http/server.ts';
export { validatorCompiler } from './http/validation.ts';
export { createLog } from './logging.ts';
export { run } from './run.ts';
export type { Service, ServiceDescription } from './service.ts';
export { serviceUnavailable } from './service-unavailable.ts';
export { passOn, type PassedOn, type Unanswered } from './telemetry/passed-on.ts';
export { sendTelemetryWarningsTo } from './telemetry/warnings.ts';
