import { askedBeside, permissionNames } from '@yitu/access';
import type { DescribedRpc } from '../generate/image.ts';
import { type Verdict, verdictOf } from './check.ts';
import { describeProto } from './proto.ts';

/** What `listOperations()` of tools/generate/operations.ts tells of an HTTP route. */
export type Operation = { service: string; method: string; path: string; access?: string };

/** Every HTTP route and every rpc says who may use it (architecture.md, rule 9), and every permission has a name for people. */
export async function checkPermissions(): Promise<Verdict> {
  const { rpcs } = await describeProto('proto');
  const operations = await listHttpOperations();
  const declared = [...operations.map(({ access }) => access), ...rpcs.map(({ permission }) => permission)];
  return verdictOf([
    ...findUndeclaredRpcs(rpcs),
    ...findUndeclaredOperations(operations),
    ...findMisnamed(declared, Object.keys(permissionNames), askedBeside),
    ...(await findUndeclaredGatewayRoutes()),
  ]);
}

/** Loads every service, so only this check pays for it. */
async function listHttpOperations(): Promise<readonly Operation[]> {
  const { listOperations } = await import('../generate/operations.ts');
  return listOperations();
}

/** The gateway registers nothing that does not say who may use it (services/gateway/src/access.ts): it is put together here, without a listener. */
async function findUndeclaredGatewayRoutes(): Promise<string[]> {
  const { parse } = await import('../../services/gateway/src/config.ts');
  const { createService } = await import('../../services/gateway/src/service.ts');
  const nowhere = 'http://127.0.0.1:1';
  const services = ['IDENTITY', 'CRM', 'BOOKING', 'ITINERARY', 'FINANCE', 'NOTIFICATIONS', 'ANALYTICS'];
  const urls = Object.fromEntries(services.map((name) => [`${name}_URL`, nowhere]));
  const config = parse({ PORT: '0', PUBLIC_URL: nowhere, YITU_ENV: 'local', LOG_LEVEL: 'silent', ...urls });
  try {
    const gateway = await createService(config);
    await gateway.close();
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

export function findUndeclaredRpcs(rpcs: readonly DescribedRpc[]): string[] {
  return rpcs
    .filter(({ permission, callers, ownCredential }) => !permission && callers.length === 0 && !ownCredential)
    .map(
      ({ path }) =>
        `${path}: declares no permission, no callers and no credential of its own (yitu.common.v1)`,
    );
}

/** `service.resource.action`. */
const permission = /^[a-z]+(\.[a-z-]+){2}$/;

/** Who may use an operation: a permission, or one of the few words for those that need none. */
const isDeclared = (access: string) =>
  permission.test(access) || ['anyone', 'signed-in', 'operator', 'link'].includes(access);

export function findUndeclaredOperations(operations: readonly Operation[]): string[] {
  return operations.flatMap(({ service, method, path, access }) => {
    if (access !== undefined && isDeclared(access)) return [];
    return [
      `${service}: ${method} ${path}: declares ${access === undefined ? 'nothing' : `"${access}"`} of who may use it`,
    ];
  });
}

/**
 * Permissions without a name for people, and names of permissions that nobody declares.
 * @param declared what operations declare, permissions among it @param beside permissions that operations ask for beside their own
 */
export function findMisnamed(
  declared: readonly (string | undefined)[],
  named: readonly string[],
  beside: readonly string[],
): string[] {
  const used = new Set([...declared.filter((one) => one !== undefined && permission.test(one)), ...beside]);
  const file = 'libs/access/src/permission-names.ts';
  return [
    ...[...used]
      .filter((one) => one !== undefined && !named.includes(one))
      .map((one) => `${one}: has no name in ${file}`),
    ...named
      .filter((one) => !used.has(one))
      .map((one) => `${one}: is named in ${file}, but no operation declares it`),
  ];
}
