import { quarantineRoutes, type Doors } from '@yitu/runtime';
import { servicesWithSchema } from '../migrate/migrate.ts';

/** An HTTP operation of a service and who may use it, as declared. */
export interface Operation {
  readonly service: string;
  readonly method: string;
  readonly path: string;
  readonly access: string;
}

/** Every HTTP operation of every service, read off the doors without connecting to anything. */
export async function listOperations(): Promise<Operation[]> {
  const lists = await Promise.all(
    servicesWithSchema.map(async (service) => {
      const { routes } = await doorsOf(service);
      const all = [...routes, ...quarantineRoutes(service, { replay: () => Promise.resolve() })];
      return all.map(({ method, path, access }) => ({ service, method, path, access }));
    }),
  );
  return lists.flat();
}

/** The paths of all rpcs that are answered by some service. */
export async function listServedRpcs(): Promise<string[]> {
  const doors = await Promise.all(servicesWithSchema.map(doorsOf));
  return doors.flatMap(({ rpcs }) => rpcs.map(({ method }) => method.path));
}

async function doorsOf(service: string): Promise<Doors> {
  const module = (await import(`../../services/${service}/src/doors.ts`)) as { doors(ports: unknown): Doors }; // each service has it
  return module.doors(anything);
}

/** Stands for any port: doors only pass ports on to their slices, which use them when they are asked something. */
const anything: unknown = new Proxy(() => undefined, { get: () => anything, apply: () => anything });
