import { rpcDeclarations } from '@yitu/contracts';
import type { Route, Rpc } from '@yitu/runtime';
import { listRoutes, listRpcs } from '../generate/operations.ts';

type Served = Awaited<ReturnType<typeof listRoutes>>[number]['service'];

/** What every operation says of itself, whatever its door. */
interface Declared {
  readonly service: Served;
  /** `POST /v1/orders` or `OrdersService/GetOrder`: by this it finds its example. */
  readonly name: string;
  /** A permission, or who else may: anyone, signed-in, operator, link; for rpcs services only, or whoever shows a secret. */
  readonly access: string;
  readonly fourEyes: boolean;
}

export type HttpOperation = Declared & { readonly kind: 'http'; readonly route: Route };
export type RpcOperation = Declared & {
  readonly kind: 'rpc';
  readonly rpc: Rpc;
  /** The services that may ask on their own account. */
  readonly callers: readonly string[];
};

/** Something a service offers, as it is declared. */
export type Operation = HttpOperation | RpcOperation;

/** Every HTTP route and every rpc of every service, read off the declarations. */
export async function declaredOperations(): Promise<Operation[]> {
  const [routes, rpcs] = await Promise.all([listRoutes(), listRpcs()]);
  return [
    ...routes.map(({ service, route }): HttpOperation => {
      const { method, path, access, fourEyes = false } = route;
      return { kind: 'http', service, name: `${method} ${path}`, access, fourEyes, route };
    }),
    ...rpcs.map(({ service, rpc }): RpcOperation => {
      const { path } = rpc.method;
      const declaration = rpcDeclarations[path];
      const { permission, callers = [], ownCredential } = declaration ?? {};
      const access = permission ?? (ownCredential ? 'anyone' : 'services');
      const name = path.replace(/^\/yitu\.\w+\.v\d+\./, '');
      return { kind: 'rpc', service, name, access, callers, fourEyes: false, rpc };
    }),
  ];
}

/** Whether an access is a permission, not one of the words for those that need none. */
export const isPermission = (access: string): access is `${string}.${string}.${string}` =>
  access.split('.').length === 3;
