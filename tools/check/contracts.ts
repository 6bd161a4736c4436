import { existsSync } from 'node:fs';
import type { DescribedEvent, DescribedRpc } from '../generate/image.ts';
import { type Verdict, verdictOf } from './check.ts';
import { runCommand } from './command.ts';
import { describeProto } from './proto.ts';

/** The contracts as they were released: what other systems rely on. */
const released = 'proto/released.binpb';

/** The style of `proto/`, and that a released rpc or event only gained. */
export async function checkContracts(): Promise<Verdict> {
  if (!existsSync(released)) {
    return verdictOf([`${released} is missing: nothing says what was released`]);
  }
  const commands = await Promise.all([
    runCommand('buf', ['lint', 'proto']),
    runCommand('buf', ['breaking', 'proto', '--against', released]),
  ]);
  const complaints = commands.filter(({ code }) => code !== 0).map(({ output }) => output.trimEnd());
  if (complaints.length > 0) return verdictOf(complaints);
  const [before, now] = await Promise.all([describeProto(released), describeProto('proto')]);
  return verdictOf([
    ...findMovedEvents(before.events, now.events),
    ...findRemovedRpcs(before.rpcs, now.rpcs),
  ]);
}

/** Released events whose subject changed: to buf an option is a comment, to a consumer it is the address. */
export function findMovedEvents(before: readonly DescribedEvent[], now: readonly DescribedEvent[]): string[] {
  const subjects = new Map(now.map((event) => [`${event.service}.${event.message}`, describeSubject(event)]));
  return before.flatMap((event) => {
    const subject = subjects.get(`${event.service}.${event.message}`);
    if (subject === describeSubject(event)) return [];
    const fate = subject === undefined ? 'is no longer published' : `moved to ${subject}`;
    return [`${event.service}: ${event.message} was released on ${describeSubject(event)} and ${fate}`];
  });
}

/** Released rpc that are gone: on the wire nothing breaks, but the caller stands there. */
export function findRemovedRpcs(before: readonly DescribedRpc[], now: readonly DescribedRpc[]): string[] {
  const offered = new Set(now.map(({ path }) => path));
  return before
    .filter(({ path }) => !offered.has(path))
    .map(({ path }) => `${path} was released and is gone`);
}

const prefixes = { event: 'evt', timer: 'tmr', hint: 'hnt' } as const;

function describeSubject({ kind, service, noun, what }: DescribedEvent): string {
  return `${prefixes[kind]}.<agency>.${service}.${noun}.${what}.v1`;
}
