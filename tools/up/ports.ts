import { freePort, isPortFree } from '@yitu/testkit/servers';
import { type ServiceName, serviceNames } from '@yitu/testkit/surroundings';

export interface Ports {
  readonly services: Readonly<Record<ServiceName, { readonly http: number; readonly grpc: number }>>;
  readonly smtp: number;
  /** Where a person reads the mail. */
  readonly mail: number;
}

/** Preferred ports: easy to remember, and below those that Linux gives to outgoing connections. */
export const PREFERRED = {
  gateway: 8080,
  http: 8081,
  grpc: 5001,
  smtp: 1025,
  mail: 8025,
  postgres: 15_432,
  nats: 14_222,
};

/**
 * Chooses a port for everything that this process does not start itself; taken ones are avoided.
 * @param gateway the port a person asked for
 * @throws when that one is taken
 */
export async function choosePorts(gateway: number | undefined): Promise<Ports> {
  if (gateway !== undefined && !(await isPortFree(gateway)))
    throw new Error(`Port ${gateway} is taken or not allowed: choose another one with --port`);
  const chosen = new Set<number>();
  const choose = async (preferred: number): Promise<number> => {
    const port = await freePort(chosen.has(preferred) ? undefined : preferred);
    if (chosen.has(port)) return choose(preferred);
    chosen.add(port);
    return port;
  };
  const services: Partial<Record<ServiceName, { http: number; grpc: number }>> = {};
  const gatewayPort = await choose(gateway ?? PREFERRED.gateway);
  for (const [index, name] of serviceNames.entries()) {
    const http = name === 'gateway' ? gatewayPort : await choose(PREFERRED.http + index);
    services[name] = { http, grpc: await choose(PREFERRED.grpc + index) };
  }
  return {
    services: services as Ports['services'], // the loop has set one for each name
    smtp: await choose(PREFERRED.smtp),
    mail: await choose(PREFERRED.mail),
  };
}
