import {
  Server,
  ServerCredentials,
  type Metadata,
  type ServerUnaryCall,
  type sendUnaryData,
} from '@grpc/grpc-js';
import {
  accessErrors,
  requirePermission,
  type Authenticate,
  type Permission,
  type Principal,
} from '@yitu/access';
import { rpcDeclarations, type RpcDeclaration } from '@yitu/contracts';
import { DomainError, type Clock } from '@yitu/kernel';
import type { Call, Database } from '@yitu/persistence';
import { HealthImplementation } from 'grpc-health-check';
import { httpErrors } from '../http/errors.ts';
import { grpcServerMetrics } from '../telemetry/rpc-metrics.ts';
import { toServiceError } from './problems.ts';
import type { Rpc } from './rpc.ts';

export interface GrpcOptions {
  readonly rpcs: readonly Rpc[];
  readonly authenticate: Authenticate;
  readonly database: Database;
  readonly clock: Clock;
  readonly log: { error(fields: object, message: string): void };
}

/** The gRPC door of a service. */
export interface GrpcServer {
  /** @returns the port bound */
  listen(host: string, port: number): Promise<number>;
  /** Lets calls in hand finish, at most for `deadlineMs`. */
  close(deadlineMs: number): Promise<void>;
  readonly health: HealthImplementation;
}

/** The metadata key in which a service names the agency it acts for. */
export const agencyKey = 'yitu-agency';
/** The metadata key in which a service names the client on whose behalf it asks; only our services reach this door. */
export const clientAddressKey = 'yitu-client-address';

/** Serves the rpcs, each behind the access its proto file declares, and grpc.health.v1. */
export function createGrpc(options: GrpcOptions): GrpcServer {
  const server = new Server({ interceptors: [grpcServerMetrics()] });
  const health = new HealthImplementation({ '': 'NOT_SERVING' });
  health.addToServer(server);
  for (const one of options.rpcs) {
    const name = one.method.path.split('/').at(-1) ?? one.method.path;
    server.addService({ [name]: one.method }, { [name]: unary(one, options) });
  }
  return {
    health,
    listen: (host, port) => bind(server, host, port),
    close: (deadlineMs) => shutDown(server, deadlineMs),
  };
}

function unary(one: Rpc, options: GrpcOptions) {
  const declaration = rpcDeclarations[one.method.path];
  if (!declaration) throw new Error(`${one.method.path} is not declared in proto/`);
  return (incoming: ServerUnaryCall<unknown, unknown>, done: sendUnaryData<unknown>) => {
    answer(one, declaration, incoming, options).then(
      (response) => done(null, response),
      (error: unknown) => done(toServiceError(refusal(error, one, options))),
    );
  };
}

async function answer(
  one: Rpc,
  declaration: RpcDeclaration,
  { metadata, request }: ServerUnaryCall<unknown, unknown>,
  { authenticate, database, clock }: GrpcOptions,
): Promise<unknown> {
  const token = single(metadata, 'authorization')?.replace(/^Bearer /i, '');
  const principal = await authenticate(token, single(metadata, agencyKey));
  checkDeclaration(principal, declaration);
  const remoteAddress = single(metadata, clientAddressKey);
  const call: Call = {
    database,
    clock,
    principal,
    ...(token && { token }),
    ...(remoteAddress && { remoteAddress }),
  };
  return one.handle(call, request);
}

function checkDeclaration(
  principal: Principal,
  { permission, callers, ownCredential }: RpcDeclaration,
): void {
  if (ownCredential) return;
  if (principal.kind === 'service') {
    if (!callers.includes(principal.service)) throw accessErrors.callerNotAllowed();
    return;
  }
  if (!permission) throw accessErrors.callerNotAllowed();
  requirePermission(principal, permission as Permission); // the check of declarations holds its form
}

function refusal(error: unknown, { method }: Rpc, { log }: GrpcOptions): DomainError {
  if (error instanceof DomainError) return error;
  log.error({ err: error, rpc: method.path }, 'an rpc failed');
  return httpErrors.internal();
}

function single(metadata: Metadata, key: string): string | undefined {
  const [value] = metadata.get(key);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function bind(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync(`${host}:${port}`, ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    );
  });
}

function shutDown(server: Server, deadlineMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.forceShutdown(), deadlineMs);
    server.tryShutdown(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
