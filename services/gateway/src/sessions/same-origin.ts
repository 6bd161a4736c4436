import type { FastifyRequest } from 'fastify';
import { errors } from '../errors.ts';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Cookies go along with whatever a page makes the browser send, so a change needs a sign that our own page asked for it: the Origin header, or
 * Sec-Fetch-Site, which no page can set.
 * @param origin ours, e.g. `https://yitu.example`
 * @throws gateway/foreign-origin
 */
export function refuseForeignOrigin(
  { method, headers }: Pick<FastifyRequest, 'method' | 'headers'>,
  origin: string,
): void {
  if (safe.has(method)) return;
  if (headers.origin !== origin && headers['sec-fetch-site'] !== 'same-origin') throw errors.foreignOrigin();
}

/** Whether a browser sends this: only browsers name an origin. */
export const comesFromBrowser = ({ headers }: Pick<FastifyRequest, 'headers'>): boolean =>
  headers.cookie !== undefined || headers.origin !== undefined || headers['sec-fetch-site'] !== undefined;
