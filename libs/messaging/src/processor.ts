import { dataOf, decodeEnvelope, eventCatalogue, MalformedEvent, type EventKind } from '@yitu/contracts';
import type { Clock } from '@yitu/kernel';
import { receive, type Database, type Reception } from '@yitu/persistence';
import type { Reaction } from './reaction.ts';

export interface ProcessorOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly reactions: readonly Reaction[];
}

/** Applies one message: every reaction to its type, in one transaction with the inbox row. */
export type Process = (text: string) => Promise<Reception>;

/**
 * Makes the function that applies messages. A message nobody here reacts to still moves its aggregate's position, so that the order can be kept.
 * It throws MalformedEvent for what is no event of ours, and what the reactions throw.
 */
export function createProcessor({ database, clock, reactions }: ProcessorOptions): Process {
  const kinds = new Map<string, EventKind<unknown>>(
    eventCatalogue.map((kind) => [kind.type, kind as EventKind<unknown>]), // a map of kinds of different data
  );
  const byType = Map.groupBy(reactions, (one) => one.kind.type);
  return async (text) => {
    const envelope = decodeEnvelope(text);
    const kind = kinds.get(envelope.type);
    if (!kind) throw new MalformedEvent(`there is no event of type ${envelope.type}`);
    const data = dataOf(kind, envelope);
    const steps = byType.get(envelope.type) ?? [];
    const prepared = await Promise.all(steps.map((step) => step.prepare(data, envelope)));
    return receive({ database, clock }, envelope, kind.stream, async (uow) => {
      for (const [index, step] of steps.entries()) await step.apply(uow, data, envelope, prepared[index]);
    });
  };
}
