import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

/** The public API as one person (or nobody) calls it; every call of one trace can be found under its id. */
export interface Api {
  readonly traceId: string;
  get<Body>(path: string): Promise<Body>;
  post<Body>(path: string, body?: object, version?: number): Promise<Body>;
  /** The same, unless what it makes is there already: then it is refused with `code`, and that is as good. */
  postOnce(path: string, body: object, code: string): Promise<void>;
  /** Sends a file. */
  upload(path: string, file: Uint8Array<ArrayBuffer>, mediaType: string): Promise<void>;
  put<Body>(path: string, body: object, version: number): Promise<Body>;
  /** The status and code with which something is refused. @throws when it is not */
  refused(path: string, body?: object, version?: number): Promise<string>;
}

/** An answer nobody expected; `message` names the call and what came back. */
class UnexpectedAnswer extends Error {
  override readonly name = 'UnexpectedAnswer';
}

/** A new W3C trace id. */
export const newTraceId = (): string => randomBytes(16).toString('hex');

/** How often a question is asked, and how long after an answer that a busy or starting system gives. */
const attempts = 4;
const betweenMs = 500;

/** Asks again, under the same key, where a service could not be reached or did not answer in time. */
async function patiently(ask: (key: string) => Promise<Response>): Promise<Response> {
  const key = randomUUID();
  for (let left = attempts - 1; ; left--) {
    const response = await ask(key);
    if (left === 0 || (response.status !== 503 && response.status !== 504)) return response;
    await response.body?.cancel();
    await pause(betweenMs);
  }
}

/** @param origin of the gateway @param token of whoever calls */
export function createApi(origin: string, traceId: string, token?: string): Api {
  const send = (key: string, method: string, path: string, body?: object, version?: number) =>
    fetch(`${origin}${path}`, {
      method,
      headers: {
        'accept-language': 'en',
        traceparent: `00-${traceId}-${randomBytes(8).toString('hex')}-01`,
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body && { 'content-type': 'application/json' }),
        ...(version !== undefined && { 'if-match': `"${version}"` }),
        ...(method !== 'GET' && { 'idempotency-key': key }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
  const call = async (...[method, path, body, version]: [string, string, object?, number?]) => {
    const response = await patiently((key) => send(key, method, path, body, version));
    return { status: response.status, answer: (await response.json()) as Record<string, unknown> }; // every answer of the API is an object
  };
  const expected = async <Body>(
    method: string,
    path: string,
    body?: object,
    version?: number,
  ): Promise<Body> => {
    const { status, answer } = await call(method, path, body, version);
    if (status >= 400) throw new UnexpectedAnswer(`${method} ${path}: ${status} ${JSON.stringify(answer)}`);
    return answer as Body; // by the schema of the operation
  };
  return {
    traceId,
    get: (path) => expected('GET', path),
    post: (path, body = {}, version) => expected('POST', path, body, version),
    postOnce: async (path, body, code) => {
      const { status, answer } = await call('POST', path, body);
      if (status >= 400 && answer['code'] !== code)
        throw new UnexpectedAnswer(`POST ${path}: ${status} ${JSON.stringify(answer)}`);
    },
    upload: async (path, file, mediaType) => {
      const response = await patiently((key) =>
        fetch(`${origin}${path}`, {
          method: 'POST',
          headers: {
            ...{ 'content-type': mediaType, 'idempotency-key': key },
            ...(token && { authorization: `Bearer ${token}` }),
          },
          body: file,
        }),
      );
      if (!response.ok)
        throw new UnexpectedAnswer(`POST ${path}: ${response.status} ${await response.text()}`);
    },
    put: (path, body, version) => expected('PUT', path, body, version),
    refused: async (path, body = {}, version) => {
      const { status, answer } = await call('POST', path, body, version);
      if (status < 400) throw new UnexpectedAnswer(`POST ${path} should have been refused, but: ${status}`);
      return `${status} ${String(answer['code'])}`;
    },
  };
}

/** Asks again until something is so: for what comes by events. @param what named when it does not come @throws after `withinMs` */
export async function until<Found>(
  what: string,
  look: () => Promise<Found | undefined>,
  withinMs = 20_000,
): Promise<Found> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > deadline) throw new Error(`waited ${withinMs / 1_000} s for ${what}`);
    await new Promise<void>((resolve) => {
      setTimeout(resolve, 25);
    });
  }
}
