import { Client, credentials, Metadata, status, type ServiceError } from '@grpc/grpc-js';
import type { Principal } from '@yitu/access';
import { grpcClientMetrics } from '../telemetry/rpc-metrics.ts';
import { serviceUnavailable } from '../service-unavailable.ts';
import { fromServiceError } from './problems.ts';
import type { Method } from './rpc.ts';
import { agencyKey, clientAddressKey } from './server.ts';

/** On whose behalf something is asked: a person's own token is passed on, a service shows its own and names the agency. */
export interface Behalf {
  readonly principal: Principal;
  readonly token?: string;
  /** Where the person called from: named to the service that is asked, for its audit record. */
  readonly remoteAddress?: string;
}

/** A question to another service. @throws `<service>/unavailable` (503) when no answer came in time, and what the service refuses with */
export type Ask = <Request, Response>(
  method: Method<Request, Response>,
  request: Request,
  behalf: Behalf,
) => Promise<Response>;

/** Another service, as this one sees it. */
export interface Remote {
  readonly ask: Ask;
  close(): void;
}

export interface RemoteOptions {
  /** Name of the called service. */
  readonly service: string;
  /** `host:port`. */
  readonly address: string;
  /** Gives the token this service shows on its own account. */
  readonly serviceToken: () => Promise<string>;
  /** For all attempts together. */
  readonly deadlineMs: number;
}

/** All our rpcs are questions, so an attempt that did not reach the service may be repeated. */
const attempts = 3;

/** Opens a channel to a service; it connects with the first question and again after every loss. */
export function createRemote({ service, address, serviceToken, deadlineMs }: RemoteOptions): Remote {
  const client = new Client(address, credentials.createInsecure(), {
    interceptors: [grpcClientMetrics()],
    'grpc.initial_reconnect_backoff_ms': 100,
    'grpc.max_reconnect_backoff_ms': 1_000,
  });
  const ask: Ask = async (method, request, behalf) => {
    const deadline = Date.now() + deadlineMs;
    const metadata = await credentialsOf(behalf, async () => {
      try {
        return await serviceToken();
      } catch (error) {
        throw isServiceError(error) ? serviceUnavailable('identity', error) : error;
      }
    });
    for (let attempt = 1; ; attempt++) {
      try {
        return await unary(client, method, request, metadata, deadline);
      } catch (error) {
        if (!isServiceError(error)) throw error;
        const refused = fromServiceError(error);
        if (refused) throw refused;
        const again =
          error.code === status.UNAVAILABLE && attempt < attempts && Date.now() + 100 * attempt < deadline;
        if (!again) throw serviceUnavailable(service, error);
        await pause(100 * attempt);
      }
    }
  };
  return { ask, close: () => client.close() };
}

async function credentialsOf(
  { principal, token, remoteAddress }: Behalf,
  serviceToken: () => Promise<string>,
): Promise<Metadata> {
  const metadata = new Metadata();
  if (remoteAddress) metadata.set(clientAddressKey, remoteAddress);
  if (principal.kind === 'person' && token) {
    metadata.set('authorization', `Bearer ${token}`);
    return metadata;
  }
  if (!('agencyId' in principal)) throw new Error('only what happens within an agency can be asked about');
  metadata.set('authorization', `Bearer ${await serviceToken()}`);
  metadata.set(agencyKey, principal.agencyId);
  return metadata;
}

/** One attempt of a unary call. @param deadline milliseconds since 1970 */
export function unary<Request, Response>(
  client: Client,
  method: Method<Request, Response>,
  request: Request,
  metadata: Metadata,
  deadline: number,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const { path, requestSerialize, responseDeserialize } = method;
    client.makeUnaryRequest(
      path,
      requestSerialize,
      responseDeserialize,
      request,
      metadata,
      { deadline },
      (error, response) => {
        if (error) reject(error);
        else if (response === undefined) reject(new Error(`${path} answered nothing`));
        else resolve(response);
      },
    );
  });
}

const isServiceError = (error: unknown): error is ServiceError =>
  error instanceof Error && typeof Reflect.get(error, 'code') === 'number' && 'metadata' in error;

const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds);
  });
