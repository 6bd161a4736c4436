import type { Dispatcher } from 'undici';
import { refusalOfFailure } from './failures.ts';
import type { Upstream } from './upstream.ts';

export interface Question {
  readonly method: Dispatcher.HttpMethod;
  readonly path: string;
  /** Names and values in turn. */
  readonly headers: readonly string[];
  readonly body?: unknown;
}

/** A service's answer, read as a whole. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
  /** Its Retry-After header. */
  readonly retryAfter: string | undefined;
}

/** Asks a service on the gateway's own account: for sessions and pages. @throws `<service>/unavailable`, gateway/timeout */
export async function ask(upstream: Upstream, { method, path, headers, body }: Question): Promise<Answer> {
  try {
    const answer = await upstream.pool.request({
      method,
      path,
      headers: [...headers, ...(body === undefined ? [] : ['content-type', 'application/json'])],
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.timeout(upstream.timeoutMs),
    });
    const { 'content-type': type, 'retry-after': retryAfter } = answer.headers;
    return {
      status: answer.statusCode,
      type: String(type ?? ''),
      text: await answer.body.text(),
      retryAfter: retryAfter?.toString(),
    };
  } catch (error) {
    throw refusalOfFailure(upstream.name, error);
  }
}

/** Whether a service's process answers at all, within 400 ms. */
export async function answersAtAll({ pool }: Upstream): Promise<boolean> {
  try {
    const answer = await pool.request({ method: 'GET', path: '/livez', signal: AbortSignal.timeout(400) });
    await answer.body.dump();
    return answer.statusCode === 200;
  } catch {
    return false; // not being able to ask is the answer
  }
}

/** What a service says of the parts it stands on, within a second: nothing where it does not answer. */
export async function partsOf({ pool }: Upstream): Promise<Readonly<Record<string, unknown>>> {
  try {
    const answer = await pool.request({ method: 'GET', path: '/readyz', signal: AbortSignal.timeout(1_000) });
    const { checks } = (await answer.body.json()) as { checks?: Record<string, unknown> }; // as health routes answer
    return checks ?? {};
  } catch {
    return {}; // not being able to ask is the answer
  }
}
