import { Client, credentials, Metadata, type ServiceError } from '@grpc/grpc-js';
import type { World } from '@yitu/testkit/without-vitest';
import type { Answer } from './judge.ts';
import type { HttpOperation, Operation, RpcOperation } from './operations.ts';
import type { Request } from './request.ts';

/** Whoever calls: the token, and for a service the agency it acts for. */
export interface Credential {
  readonly token?: string;
  readonly agencyId?: string;
}

export type Call = (operation: Operation, request: Request, credential: Credential) => Promise<Answer>;

/** No row has this version: a change of a row that is found is refused with 412, and changes nothing. */
const staleVersion = 999_999_999;

/** Ways to every door of every service of a world. */
export interface Doors {
  readonly call: Call;
  close(): void;
}

export function openDoors(world: World): Doors {
  const clients = new Map<string, Client>();
  const clientOf = (service: RpcOperation['service']) => {
    const address = `127.0.0.1:${world.surroundings.ports[service].grpc}`;
    const client = clients.get(service) ?? new Client(address, credentials.createInsecure());
    clients.set(service, client);
    return client;
  };
  return {
    call: (operation, request, credential) =>
      operation.kind === 'http'
        ? callHttp(world.url(operation.service), operation, request, credential)
        : callRpc(clientOf(operation.service), operation, request, credential),
    close: () => {
      for (const client of clients.values()) client.close();
    },
  };
}

async function callHttp(
  origin: string,
  { route: { method, versioned, consumes, answersEvents } }: HttpOperation,
  { path, body, version = staleVersion }: Request,
  { token }: Credential,
): Promise<Answer> {
  const response = await fetch(`${origin}${path}`, {
    method,
    headers: {
      'accept-language': 'en',
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && {
        'content-type': contentType(consumes, body),
      }),
      ...(versioned && { 'if-match': `"${version}"` }),
    },
    ...(body !== undefined && { body: contentOf(consumes, body) }),
  });
  const text = answersEvents && response.ok ? await beginningOf(response) : await response.text();
  return { status: response.status, code: response.ok ? '' : codeIn(text), text };
}

/** What a stream that goes on begins with. */
async function beginningOf({ body }: Response): Promise<string> {
  const reader = body?.getReader();
  const first = await reader?.read();
  await reader?.cancel();
  return Buffer.from(first?.value ?? []).toString();
}

type Consumes = HttpOperation['route']['consumes'];

function contentType(consumes: Consumes, body: unknown): string {
  if (body instanceof Uint8Array) return fileType(consumes);
  return consumes === 'form' ? 'application/x-www-form-urlencoded' : 'application/json';
}

/** Any file where that is taken, else what the operation takes first. */
function fileType(consumes: Consumes): string {
  const taken = typeof consumes === 'object' ? consumes.mediaTypes : [];
  const any = 'application/octet-stream';
  return taken.includes(any) ? any : (taken[0] ?? any);
}

function contentOf(consumes: Consumes, body: unknown): string | Uint8Array<ArrayBuffer> {
  if (body instanceof Uint8Array) return new Uint8Array(body);
  return consumes === 'form' ? formOf(body) : JSON.stringify(body);
}

/** What a form of texts sends. */
const formOf = (body: unknown) => new URLSearchParams(body as Record<string, string>).toString(); // forms hold texts only

/** The code of a problem answer. */
function codeIn(text: string): string {
  return /"code":"([^"]+)"/.exec(text)?.[1] ?? '';
}

function callRpc(
  client: Client,
  { rpc }: RpcOperation,
  { body }: Request,
  credential: Credential,
): Promise<Answer> {
  const { path, requestSerialize, responseDeserialize } = rpc.method;
  const metadata = new Metadata();
  if (credential.token) metadata.set('authorization', `Bearer ${credential.token}`);
  if (credential.agencyId) metadata.set('yitu-agency', credential.agencyId);
  return new Promise((resolve) => {
    client.makeUnaryRequest(
      path,
      requestSerialize,
      responseDeserialize,
      body,
      metadata,
      (error, response) => {
        resolve(error ? refusalOf(error) : { status: 200, code: '', text: textOf(response) });
      },
    );
  });
}

const textOf = (message: unknown) =>
  JSON.stringify(message, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));

/** A refusal as our services send it: the problem in a trailer. */
function refusalOf({ metadata, details }: ServiceError): Answer {
  const [problem] = metadata.get('yitu-problem-bin');
  if (!Buffer.isBuffer(problem)) return { status: 500, code: '', text: details };
  const text = problem.toString();
  return { status: Number(/"status":(\d+)/.exec(text)?.[1] ?? 500), code: codeIn(text), text };
}
