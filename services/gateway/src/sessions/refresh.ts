import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Answer } from '../upstreams/ask.ts';
import { askIdentity, type Identity } from './identity.ts';
import { singleFlight } from './single-flight.ts';

/** Asks identity for the next pair of tokens. */
export type Refresh = (request: FastifyRequest, refreshToken: string) => Promise<Answer>;

/**
 * Two tabs at the same moment show one token, which works once: identity is asked once, and both get its answer. Through two gateways it is asked
 * twice, and knows by the device that they are one.
 */
export function createRefresh(identity: Identity): Refresh {
  const once = singleFlight<Answer>();
  return (request, refreshToken) => {
    const { device } = identity.cookies.read(request.headers.cookie);
    const body = { refreshToken, ...(device && { device }) };
    const shown = createHash('sha256').update(JSON.stringify(body)).digest('base64url');
    return once(shown, () =>
      askIdentity(identity, request, { method: 'POST', path: '/v1/sessions/refresh', body }),
    );
  };
}
