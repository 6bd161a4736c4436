import { openDoors, type Call } from './call.ts';
import { casesOf, type Case } from './cases.ts';
import { judge, type Verdict } from './judge.ts';
import { ownersOf, type Owner } from './objects.ts';
import type { Operation } from './operations.ts';
import { otherCallers } from './other-callers.ts';
import { servicesWithSchema } from '../migrate/migrate.ts';
import type { Setting } from './setting.ts';
import { wronglyShown } from './shown.ts';

/** A case that did not come out right. */
export interface Finding {
  readonly verdict: Exclude<Verdict, 'right'>;
  /** One line for people. */
  readonly text: string;
}

export interface Outcome {
  readonly operations: number;
  readonly cases: number;
  readonly findings: readonly Finding[];
}

/** Cases in hand at once. */
const atOnce = 8;

/** Calls every operation in every way, what must be refused first: it may change nothing, so the rest finds everything as it was. */
export async function play(setting: Setting, operations: readonly Operation[]): Promise<Outcome> {
  const others = await otherCallers(setting.world);
  const owners = await ownersOf(setting.world.admin, servicesWithSchema);
  const cases = operations.flatMap((operation) => casesOf(operation, setting, owners, others));
  const doors = openDoors(setting.world);
  try {
    const findings: Finding[] = [];
    for (const phase of phases(cases)) findings.push(...(await playAll(phase, doors.call, owners)));
    return { operations: operations.length, cases: cases.length, findings };
  } finally {
    doors.close();
  }
}

/** Refusals, then reads, then changes, then what ends sessions. */
function phases(cases: readonly Case[]): Case[][] {
  const phaseOf = ({ expected, operation, last }: Case) => {
    if (expected === 'forbidden' || expected === 'unauthenticated') return 0;
    if (last) return 4;
    if (expected === 'hidden') return 1;
    return operation.kind === 'rpc' || operation.route.method === 'GET' ? 2 : 3;
  };
  return [0, 1, 2, 3, 4].map((phase) => cases.filter((one) => phaseOf(one) === phase));
}

async function playAll(
  cases: readonly Case[],
  call: Call,
  owners: ReadonlyMap<string, Owner>,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const waiting = cases.values();
  const work = async () => {
    for (const one of waiting) {
      const finding = await playOne(one, call, owners);
      if (finding) findings.push(finding);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return findings;
}

async function playOne(
  one: Case,
  call: Call,
  owners: ReadonlyMap<string, Owner>,
): Promise<Finding | undefined> {
  const { operation, who, place, credential, request, expected, sight } = one;
  const answer = await call(operation, request, credential);
  const shown = wronglyShown(answer.text, request, sight, owners);
  const verdict = judge(expected, answer, shown);
  if (verdict === 'right') return undefined;
  const what = `${operation.service} ${operation.name} by ${who} about ${place}`;
  const came = `${answer.status} ${answer.text.slice(0, 200)}`;
  const seen = shown.length > 0 ? `, shows ${shown.slice(0, 3).join(', ')}` : '';
  return { verdict, text: `${verdict}: ${what}: expected ${expected}, came ${came}${seen}` };
}
