import { existsSync } from 'node:fs';
import type { DescribedRpc } from '../generate/image.ts';
import { type Verdict, verdictOf } from './check.ts';
import { describeProto } from './proto.ts';

/** What `listOperations()` of tools/generate/operations.ts tells of an HTTP route. */
export type Operation = { service: string; method: string; path: string; access?: string };

const operationsFile = new URL('../generate/operations.ts', import.meta.url);

/** Every HTTP route and every rpc says who may use it (architecture.md, rule 9). */
export async function checkPermissions(): Promise<Verdict> {
  const { rpcs } = await describeProto('proto');
  const operations = await listHttpOperations();
  const complaints = [...findUndeclaredRpcs(rpcs), ...findUndeclaredOperations(operations ?? [])];
  return verdictOf(complaints, operations === undefined ? ['HTTP routes are not listed yet'] : []);
}

/** Loads every service, so only this check pays for it. */
async function listHttpOperations(): Promise<Operation[] | undefined> {
  if (!existsSync(operationsFile)) return undefined;
  const module: unknown = await import(operationsFile.href);
  return (module as { listOperations(): Promise<Operation[]> }).listOperations(); // see Operation
}

export function findUndeclaredRpcs(rpcs: readonly DescribedRpc[]): string[] {
  return rpcs
    .filter(({ permission, callers, ownCredential }) => !permission && callers.length === 0 && !ownCredential)
    .map(
      ({ path }) =>
        `${path}: declares no permission, no callers and no credential of its own (yitu.common.v1)`,
    );
}

/** Who may use an operation: a permission `service.resource.action`, or one of the few that need none. */
const declared = /^([a-z]+(\.[a-z-]+){2}|anyone|signed-in|operator|link)$/;

export function findUndeclaredOperations(operations: readonly Operation[]): string[] {
  return operations.flatMap(({ service, method, path, access }) => {
    if (access !== undefined && declared.test(access)) return [];
    return [
      `${service}: ${method} ${path}: declares ${access === undefined ? 'nothing' : `"${access}"`} of who may use it`,
    ];
  });
}
