import type { Call } from './call.ts';
import { casesOf, type Case } from './cases.ts';
import { judge, type Answer, type Verdict } from './judge.ts';
import { ownersOf, type Owner } from './objects.ts';
import type { Operation } from './operations.ts';
import { otherCallers } from './other-callers.ts';
import { servicesWithSchema } from '../migrate/migrate.ts';
import type { Request } from './request.ts';
import type { Caller, Setting } from './setting.ts';
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
export async function play(stage: Setting, operations: readonly Operation[]): Promise<Outcome> {
  // Sessions may have ended in a play before.
  const signIn = async (caller: Caller) => ({ ...caller, token: await caller.newSession() });
  const setting = { ...stage, callers: await Promise.all(stage.callers.map(signIn)) };
  const others = await otherCallers(setting.world);
  const owners = await ownersOf(setting.world.admin, servicesWithSchema);
  const cases = operations.flatMap((operation) => casesOf(operation, setting, owners, others));
  const findings: Finding[] = [];
  for (const [index, phase] of phases(cases).entries())
    findings.push(...(await playAll(phase, setting.doors.call, owners, index === alonePhase ? 1 : atOnce)));
  return { operations: operations.length, cases: cases.length, findings };
}

const alonePhase = 4;
const lastPhase = 5;

/** Refusals, then reads, then changes, then what bears nothing beside it, then what ends all sessions. */
function phases(cases: readonly Case[]): Case[][] {
  const phaseOf = ({ expected, operation, example }: Case) => {
    if (expected === 'forbidden' || expected === 'unauthenticated') return 0;
    if (example.ends === 'sessions') return lastPhase;
    if (example.alone) return alonePhase;
    if (expected === 'hidden') return 1;
    return operation.kind === 'rpc' || operation.route.method === 'GET' ? 2 : 3;
  };
  return [0, 1, 2, 3, alonePhase, lastPhase].map((phase) => cases.filter((one) => phaseOf(one) === phase));
}

async function playAll(
  cases: readonly Case[],
  call: Call,
  owners: ReadonlyMap<string, Owner>,
  width: number,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const waiting = cases.values();
  const work = async () => {
    for (const one of waiting) {
      const finding = await playOne(one, call, owners);
      if (finding) findings.push(finding);
    }
  };
  await Promise.all(Array.from({ length: width }, work));
  return findings;
}

async function playOne(
  one: Case,
  call: Call,
  owners: ReadonlyMap<string, Owner>,
): Promise<Finding | undefined> {
  const { operation, example, who, place, request, expected, sight } = one;
  const answer = await answerTo(one, call);
  const shown = wronglyShown(answer.text, request, sight, owners);
  const unknown =
    expected === 'hidden' && answer.status === 200
      ? await answerTo({ ...one, request: unknownOf(request) }, call)
      : undefined;
  const verdict = judge(answer, { expected, shown, unknownAs: example.unknownAs, unknown });
  if (verdict === 'refused' && one.leaksOnly) return undefined;
  if (verdict === 'right') return undefined;
  const what = `${operation.service} ${operation.name} by ${who} about ${place}`;
  const came = `${answer.status} ${answer.text.slice(0, 200)}`;
  const seen = shown.length > 0 ? `, shows ${shown.slice(0, 3).join(', ')}` : '';
  return { verdict, text: `${verdict}: ${what}: expected ${expected}, came ${came}${seen}` };
}

/** The same call about things that do not exist. */
const unknownOf = (request: Request): Request => {
  const strange = (text: string) =>
    request.ids.reduce((changed, id) => changed.replaceAll(id, crypto.randomUUID()), text);
  const body: unknown =
    request.body === undefined ? undefined : JSON.parse(strange(JSON.stringify(request.body)));
  return { ...request, path: strange(request.path), body };
};

/** Where the version alone stands before what must be refused, the call is made again with the right one. */
async function answerTo(one: Case, call: Call): Promise<Answer> {
  const { operation, example, request, expected, mixed, newSession } = one;
  const own = example.ends && newSession ? { token: await newSession() } : {};
  const credential = { ...one.credential, ...own };
  const answer = await call(operation, request, credential);
  const version = /now at version (\d+)/.exec(answer.text)?.[1];
  const stands = mixed || example.versionIsKnown;
  if (!stands || expected !== 'hidden' || version === undefined) return answer;
  return call(operation, { ...request, version: Number(version) }, credential);
}
