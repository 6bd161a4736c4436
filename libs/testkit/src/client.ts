/** An answer over HTTP, its JSON read. */
export interface Answer<Body = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

export interface Asking {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Somebody who calls services. */
export interface Client {
  /** Any request. @param url absolute */
  ask<Body = Record<string, unknown>>(url: string, asking?: Asking): Promise<Answer<Body>>;
  get<Body = Record<string, unknown>>(url: string): Promise<Answer<Body>>;
  post<Body = Record<string, unknown>>(
    url: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer<Body>>;
  put<Body = Record<string, unknown>>(url: string, body: unknown, version: number): Promise<Answer<Body>>;
}

/** A client with a bearer token, or without one. */
export function createClient(token?: string): Client {
  const ask = async <Body>(
    url: string,
    { method = 'GET', body, headers = {} }: Asking = {},
  ): Promise<Answer<Body>> => {
    const response = await fetch(url, {
      method,
      headers: {
        'accept-language': 'en',
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const answer = (text === '' ? {} : JSON.parse(text)) as Body; // the test says what it expects
    return { status: response.status, headers: response.headers, body: answer };
  };
  return {
    ask,
    get: (url) => ask(url),
    post: (url, body = {}, headers = {}) => ask(url, { method: 'POST', body, headers }),
    put: (url, body, version) => ask(url, { method: 'PUT', body, headers: { 'if-match': `"${version}"` } }),
  };
}
