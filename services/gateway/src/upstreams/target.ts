import { httpErrors } from '@yitu/runtime/http-only';

/** Where a request goes at its service. */
export interface Target {
  /** Path and query as they came. */
  readonly address: string;
  /** The path as the service will understand it, decoded. */
  readonly path: string;
}

/** What services show the world: their versioned interface, its description, and keys. Health and metrics are not among it. */
const open = /^\/(v\d+\/|openapi\.json$|\.well-known\/)/;

/**
 * `/v1/orders?limit=5` of `/api/booking/v1/orders?limit=5`. Other spellings of closed addresses (`/%6divez`, `/v1/../metrics`) are closed as well.
 * @param url the request's, as it came
 * @throws request/no-such-route, request/malformed
 */
export function targetOf(url: string, service: string): Target {
  const prefix = `/api/${service}`;
  if (!url.startsWith(`${prefix}/`) || url.includes('#')) throw httpErrors.noSuchRoute();
  const address = url.slice(prefix.length);
  const path = decoded(address.split('?', 1)[0] ?? '/');
  const steps = path.split('/').slice(1, -1);
  const tricky = path.includes('\\') || /\/\.\.?$/.test(path) || steps.some((step) => /^\.{0,2}$/.test(step));
  if (tricky || !open.test(path)) throw httpErrors.noSuchRoute();
  return { address, path };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch (cause) {
    throw httpErrors.malformed({ cause });
  }
}
