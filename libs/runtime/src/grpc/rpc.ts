import type { MethodDefinition } from '@grpc/grpc-js';
import type { Call } from '@yitu/persistence';

/**
 * An operation of the gRPC door, whatever its types. Four eyes is declared on HTTP operations alone, since people approve there; rpcs are questions of services,
 * and none approves anything. One that called such a command would fail: `uow.requireOther` works only for an operation that declares four eyes.
 */
export interface Rpc {
  readonly method: MethodDefinition<unknown, unknown>;
  readonly handle: (call: Call, request: unknown) => Promise<unknown>;
}

/** A method as ts-proto generates it. */
export interface Method<Request, Response> {
  readonly path: string;
  readonly requestStream: false;
  readonly responseStream: false;
  readonly requestSerialize: (value: Request) => Buffer;
  readonly requestDeserialize: (value: Buffer) => Request;
  readonly responseSerialize: (value: Response) => Buffer;
  readonly responseDeserialize: (value: Buffer) => Response;
}

/** Declares how an rpc of a generated service is answered. Who may call it is declared in its proto file. */
export function rpc<Request, Response>(
  method: Method<Request, Response>,
  handle: (call: Call, request: Request) => Promise<Response>,
): Rpc {
  // grpc-js decodes requests by `method` before `handle` sees them
  return { method, handle } as unknown as Rpc;
}
