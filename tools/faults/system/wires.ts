import { type Proxy, startProxy } from '@yitu/testkit/servers';
import type { ServiceName } from '@yitu/testkit/surroundings';

/** The wires of a system, by name: `booking→postgres`, `booking→nats`, and `→booking` in front of a service's gRPC door. */
export interface Wires {
  readonly all: ReadonlyMap<string, Proxy>;
  readonly databaseUrl: (service: ServiceName) => string;
  readonly natsUrl: (service: ServiceName) => string;
  /** `host:port` of the service's gRPC door. */
  readonly grpcAddress: (service: ServiceName) => string;
  stop(): Promise<void>;
}

interface Ends {
  readonly services: readonly ServiceName[];
  readonly databaseUrl: string;
  readonly natsUrl: string;
  readonly grpcPort: (service: ServiceName) => number;
}

/** Puts a wire between every service and all that it connects to. */
export async function layWires({ services, databaseUrl, natsUrl, grpcPort }: Ends): Promise<Wires> {
  const all = new Map<string, Proxy>();
  for (const service of services.filter((name) => name !== 'gateway')) {
    all.set(`${service}→postgres`, await startProxy(databaseUrl));
    all.set(`${service}→nats`, await startProxy(natsUrl));
    all.set(`→${service}`, await startProxy(`grpc://127.0.0.1:${grpcPort(service)}`));
  }
  const wire = (name: string) => {
    const found = all.get(name);
    if (!found) throw new Error(`there is no wire ${name}`);
    return found;
  };
  return {
    all,
    databaseUrl: (service) => wire(`${service}→postgres`).url,
    natsUrl: (service) => wire(`${service}→nats`).url,
    grpcAddress: (service) => `127.0.0.1:${wire(`→${service}`).port}`,
    stop: async () => {
      await Promise.all([...all.values()].map((one) => one.stop()));
    },
  };
}
