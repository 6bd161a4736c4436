import type { DescribedRpc } from '../generate/image.ts';
import { type Verdict, verdictOf } from './check.ts';
import { describeProto } from './proto.ts';

/** Every rpc says which permission it needs or which services may call it (architecture.md, rule 9). */
export async function checkPermissions(): Promise<Verdict> {
  const { rpcs } = await describeProto('proto');
  return verdictOf(findUndeclaredRpcs(rpcs));
}

export function findUndeclaredRpcs(rpcs: readonly DescribedRpc[]): string[] {
  return rpcs
    .filter(({ permission, callers }) => permission === undefined && callers.length === 0)
    .map(({ path }) => `${path}: declares neither (yitu.common.v1.permission) nor (yitu.common.v1.callers)`);
}
