import {
  dataOf,
  decodeEnvelope,
  eventCatalogue,
  MalformedEvent,
  type Envelope,
  type EventKind,
} from '@yitu/contracts';
import type { Clock } from '@yitu/kernel';
import { receive, type Database, type Delivery, type Reception, type UnitOfWork } from '@yitu/persistence';
import { SpanKind } from '@opentelemetry/api';
import type { Reaction } from './reaction.ts';
import { contextOf, messageAttributes, openSpan, type OpenSpan } from './trace.ts';

export interface ProcessorOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly reactions: readonly Reaction[];
}

/**
 * Applies messages of one agency, in the order given: every reaction to their types, in one transaction with their inbox rows. Where one of them
 * fails none is applied.
 */
export type Process = (messages: readonly Carried[]) => Promise<Reception[]>;

/** A message as it came. */
export interface Carried {
  readonly text: string;
  /** W3C traceparent of its publication. */
  readonly traceparent?: string | undefined;
}

/**
 * Makes the function that applies messages. A message nobody here reacts to still moves its aggregate's position, so that the order can be kept.
 * It throws MalformedEvent for what is no event of ours, and what the reactions throw.
 */
export function createProcessor({ database, clock, reactions }: ProcessorOptions): Process {
  const kinds = new Map<string, EventKind<unknown>>(
    eventCatalogue.map((kind) => [kind.type, kind as EventKind<unknown>]), // a map of kinds of different data
  );
  const byType = Map.groupBy(reactions, (one) => one.kind.type);
  const understand = ({ text, traceparent }: Carried): Understood => {
    const envelope = decodeEnvelope(text);
    const kind = kinds.get(envelope.type);
    if (!kind) throw new MalformedEvent(`there is no event of type ${envelope.type}`);
    const steps = byType.get(envelope.type) ?? [];
    return {
      ...{ envelope, kind, steps, data: steps.length > 0 ? dataOf(kind, envelope) : undefined },
      traceparent: traceparent ?? envelope.traceparent,
    };
  };
  return async (carried) => {
    const messages = carried.map(understand).map((one) => ({
      ...one,
      span: one.steps.length > 0 ? spanOf(one, database.service) : undefined,
    }));
    let failure: string | undefined;
    try {
      const deliveries = await Promise.all(messages.map(deliver));
      // What a batch does as a whole is seen in the trace of the first message something follows from.
      const apply = () => receive({ database, clock }, deliveries);
      return await (messages.find(({ span }) => span)?.span?.within(apply) ?? apply());
    } catch (error) {
      failure = error instanceof Error ? error.name : 'error';
      throw error;
    } finally {
      for (const { span } of messages) span?.end(failure);
    }
  };
}

/** A message taken apart, with what follows from it here. */
interface Understood {
  readonly envelope: Envelope;
  readonly kind: EventKind<unknown>;
  readonly data: unknown;
  readonly steps: readonly Reaction[];
  readonly traceparent: string | undefined;
}

/** Each message goes on in the trace it was published in. */
const spanOf = ({ envelope, kind, traceparent }: Understood, service: string): OpenSpan =>
  openSpan({
    name: `process ${envelope.type}`,
    kind: SpanKind.CONSUMER,
    parent: contextOf(traceparent),
    attributes: {
      ...messageAttributes('process', kind.subject(envelope.agencyid), envelope.id),
      'messaging.consumer.group.name': service,
    },
  });

async function deliver({
  envelope,
  kind,
  data,
  steps,
  span,
}: Understood & { span: OpenSpan | undefined }): Promise<Delivery> {
  if (!span) return { envelope, stream: kind.stream, effect: () => Promise.resolve() };
  const prepared = await span.within(() => Promise.all(steps.map((step) => step.prepare(data, envelope))));
  const apply = async (uow: UnitOfWork) => {
    for (const [index, step] of steps.entries()) await step.apply(uow, data, envelope, prepared[index]);
  };
  return { envelope, stream: kind.stream, effect: (uow) => span.within(() => apply(uow)) };
}
