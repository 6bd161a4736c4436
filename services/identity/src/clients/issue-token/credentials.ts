import { clientErrors } from '../errors.ts';

export interface Credentials {
  readonly clientId: string;
  readonly secret: string;
}

/**
 * Who a client says it is: by HTTP Basic, or by the parameters client_id and client_secret (RFC 6749, 2.3.1), and never by both.
 * @throws identity/invalid-client when there are none or they cannot be read, identity/two-client-credentials
 */
export function credentialsOf(
  authorization: string | undefined,
  body: { client_id?: string; client_secret?: string },
): Credentials {
  const { client_id: clientId, client_secret: secret } = body;
  if (authorization === undefined) {
    if (clientId === undefined || secret === undefined) throw clientErrors.invalidClient();
    return { clientId, secret };
  }
  const basic = basicCredentials(authorization);
  // A client_id beside the header names the same client; a second secret is a second way.
  if (secret !== undefined || (clientId !== undefined && clientId !== basic.clientId))
    throw clientErrors.twoClientCredentials();
  return basic;
}

function basicCredentials(authorization: string): Credentials {
  const encoded = /^basic +([A-Za-z0-9+/]+={0,2})$/i.exec(authorization)?.[1];
  const text = Buffer.from(encoded ?? '', 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 1) throw clientErrors.invalidClient();
  return { clientId: decoded(text.slice(0, colon)), secret: decoded(text.slice(colon + 1)) };
}

/** Both parts are form-encoded before they become Basic credentials. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part.replaceAll('+', ' '));
  } catch (cause) {
    throw clientErrors.invalidClient({ cause });
  }
}
