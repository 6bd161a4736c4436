import { encodeEnvelope, type EventKind } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { currentTraceparent } from './trace.ts';

/** A message that waits for the relay. */
export interface OutboxRow {
  id: string;
  subject: string;
  aggregate_id: string;
  aggregate_version: number;
  envelope: string;
  not_before: string;
}

/** What a message is about and when it goes out. */
interface Occasion {
  readonly agencyId: string;
  readonly aboutId: string;
  /** The aggregate's version the message stands for; 0 where it stands in no sequence. */
  readonly version: number;
  readonly at: Temporal.Instant;
  readonly now: Temporal.Instant;
}

/** What is told to whoever listens just then: a NATS subject and an envelope. */
export interface Hint {
  readonly subject: string;
  readonly envelope: string;
}

/** A message as a row, under an id of its own and in the trace that goes on now. */
export function outboxRow<Data>(
  { agencyId, aboutId, version, at, now }: Occasion,
  kind: EventKind<Data>,
  data: Data,
): OutboxRow {
  const id = newId();
  const traceparent = currentTraceparent();
  const envelope = encodeEnvelope({
    id,
    type: kind.type,
    source: `/yitu/${kind.service}`,
    subject: aboutId,
    time: now.toString(),
    agencyid: agencyId,
    aggregateversion: version,
    ...(traceparent && { traceparent }),
    data: kind.codec.toJSON(data),
  });
  return {
    id,
    subject: kind.subject(agencyId),
    aggregate_id: aboutId,
    aggregate_version: version,
    envelope,
    not_before: at.toString(),
  };
}
