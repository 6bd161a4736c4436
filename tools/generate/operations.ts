import { quarantineRoutes, type Doors, type Route, type Rpc } from '@yitu/runtime';
import { servicesWithSchema } from '../migrate/migrate.ts';

export type Served = (typeof servicesWithSchema)[number];

/** An HTTP operation of a service and who may use it, as declared. */
export interface Operation {
  readonly service: string;
  readonly method: string;
  readonly path: string;
  readonly access: string;
}

/** Every HTTP operation of every service, read off the doors without connecting to anything. */
export async function listOperations(): Promise<Operation[]> {
  const routes = await listRoutes();
  return routes.map(({ service, route: { method, path, access } }) => ({ service, method, path, access }));
}

/** Every HTTP operation of every service with all that it declares. */
export async function listRoutes(): Promise<{ service: Served; route: Route }[]> {
  const lists = await Promise.all(
    servicesWithSchema.map(async (service) => {
      const { routes } = await doorsOf(service);
      const all = [...routes, ...quarantineRoutes(service, { replay: () => Promise.resolve() })];
      return all.map((route) => ({ service, route }));
    }),
  );
  return lists.flat();
}

/** Every rpc that is answered by some service. */
export async function listRpcs(): Promise<{ service: Served; rpc: Rpc }[]> {
  const lists = await Promise.all(
    servicesWithSchema.map(async (service) => (await doorsOf(service)).rpcs.map((rpc) => ({ service, rpc }))),
  );
  return lists.flat();
}

async function doorsOf(service: string): Promise<Doors> {
  const module = (await import(`../../services/${service}/src/doors.ts`)) as { doors(ports: unknown): Doors }; // each service has it
  return module.doors(anything);
}

/** Stands for any port: doors only pass ports on to their slices, which use them when they are asked something. */
const anything: unknown = new Proxy(() => undefined, {
  get: (_target, name) => (name === Symbol.toPrimitive ? () => 'anything' : anything),
  apply: () => anything,
});
