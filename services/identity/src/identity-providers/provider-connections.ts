import { createHash } from 'node:crypto';
import {
  allowInsecureRequests,
  ClientSecretBasic,
  ClientSecretPost,
  clockTolerance,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  type ClientAuth,
  type Configuration,
  type CustomFetch,
} from 'openid-client';
import { Agent, fetch } from 'undici';
import { providerErrors } from './errors.ts';
import { AddressRefused, lookupOutside, refuseInside, type Resolve } from './outside-addresses.ts';

export interface Credentials {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What a provider says of itself, and how to ask it. @throws identity/identity-provider-unavailable, AddressRefused */
export type Connect = (credentials: Credentials) => Promise<Configuration>;

const secondsToAnswer = 5;
const rememberedMs = 60 * 60 * 1_000;
const largestAnswer = 512 * 1024;

/**
 * Discovers each provider once an hour; a failure is forgotten at once.
 * @param local whether this is one's own machine @param resolve how names become addresses
 */
export function providerConnections(local: boolean, resolve?: Resolve): Connect {
  const agent = new Agent({ connect: { lookup: lookupOutside(local, resolve) } });
  const asking = { local, resolve, agent };
  const known = new Map<string, { connection: Promise<Configuration>; until: number }>();
  return (credentials) => {
    const key = createHash('sha256').update(JSON.stringify(credentials)).digest('base64url');
    const recent = known.get(key);
    if (recent && performance.now() < recent.until) return recent.connection;
    if (known.size >= 1_000) known.clear();
    const connection = connect(credentials, asking);
    known.set(key, { connection, until: performance.now() + rememberedMs });
    connection.catch(() => known.delete(key));
    return connection;
  };
}

interface Asking {
  readonly local: boolean;
  readonly resolve: Resolve | undefined;
  readonly agent: Agent;
}

async function connect(
  { issuer, clientId, clientSecret }: Credentials,
  asking: Asking,
): Promise<Configuration> {
  const { local, resolve } = asking;
  await refuseInside(new URL(issuer), local, resolve);
  try {
    const metadata = { [clockTolerance]: 30 };
    return await discovery(new URL(issuer), clientId, metadata, authentication(clientSecret), {
      // The token's signature is checked too, not only where it came from. What is asked on http is decided by guardedFetch.
      // oxlint-disable-next-line typescript/no-deprecated -- marked so to stand out; it is for loopback on one's own machine
      execute: [enableNonRepudiationChecks, ...(local ? [allowInsecureRequests] : [])],
      timeout: secondsToAnswer,
      [customFetch]: guardedFetch(asking),
    });
  } catch (cause) {
    throw providerErrors.identityProviderUnavailable({ cause });
  }
}

/** The way to show the secret that the provider takes; without a word of it the one every provider must take. */
function authentication(secret: string): ClientAuth {
  const basic = ClientSecretBasic(secret);
  const post = ClientSecretPost(secret);
  return (server, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return (methods.includes('client_secret_basic') ? basic : post)(server, ...rest);
  };
}

type Answer = Awaited<ReturnType<typeof fetch>>;

/** No answer of the provider, or none that it meant to give. */
class ProviderUnreachable extends Error {
  override readonly name = 'ProviderUnreachable';
}

/** The provider names its other addresses itself: each is looked at as the first one was, and no answer may fill our memory. */
const guardedFetch =
  ({ local, resolve, agent }: Asking): CustomFetch =>
  async (url, options) => {
    await refuseInside(new URL(url), local, resolve);
    try {
      // openid-client's body is one of fetch's; the types of the two differ in name only.
      const answer = await fetch(url, { ...(options as RequestInit), dispatcher: agent });
      if (answer.status >= 500) throw new ProviderUnreachable(`status ${answer.status}`);
      const { status, statusText, headers } = answer;
      return new Response(await limited(answer), { status, statusText, headers: [...headers] });
    } catch (cause) {
      throw cause instanceof ProviderUnreachable ? cause : new ProviderUnreachable('no answer', { cause });
    }
  };

async function limited(answer: Answer): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!answer.body) return null;
  const parts: Uint8Array[] = [];
  let size = 0;
  // fetch's bodies are bytes
  for await (const part of answer.body as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > largestAnswer) throw new ProviderUnreachable('an answer without end');
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}

/** Whether an error means that the provider is not there, rather than that it refuses or lies. */
export const isUnreachable = (error: unknown): boolean =>
  error instanceof Error &&
  (error instanceof ProviderUnreachable || error instanceof AddressRefused || isUnreachable(error.cause));
