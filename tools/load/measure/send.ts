import { type Agent, request } from 'node:http';
import type { Sending } from './sending.ts';

/** What became of a request. */
export interface Answer {
  readonly ms: number;
  readonly error?: string;
  /** Of the request. */
  readonly name?: string | undefined;
}

/**
 * Never rejects: what went wrong is the answer, and so is any status but the expected one.
 * @param dueAt what the time of the answer counts from, as of `performance.now()`
 */
export function send(
  { method, url, headers, body, expected, name }: Sending,
  agent: Agent,
  dueAt: number,
): Promise<Answer> {
  return new Promise((resolve) => {
    const done = (error?: string) =>
      resolve({ ms: performance.now() - dueAt, name, ...(error !== undefined && { error }) });
    const sending = request(url, { method, agent, headers, timeout: 10_000 }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () =>
        done(response.statusCode === expected ? undefined : `${response.statusCode} ${text}`),
      );
      response.on('error', (error) => done(error.message));
    });
    sending.on('timeout', () => sending.destroy(new Error('no answer within 10 s')));
    sending.on('error', (error) => done(error.message));
    sending.end(body);
  });
}
