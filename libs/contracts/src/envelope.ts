import { CloudEvent, ValidationError } from 'cloudevents';
import type { EventKind } from './event-kind.ts';

/** The attributes of an event around its data, after CloudEvents 1.0, with our extensions in lower case as the standard wants. */
export interface Envelope {
  readonly id: string;
  readonly type: string;
  /** `/yitu/<service>`. */
  readonly source: string;
  /** The id of the aggregate the event is about. */
  readonly subject: string;
  readonly time: string;
  readonly agencyid: string;
  /** Position in the aggregate's sequence, from 1 without gaps; 0 for timers, which stand in no sequence. */
  readonly aggregateversion: number;
  /** W3C trace context of the request that caused the event. */
  readonly traceparent?: string;
  readonly data: unknown;
}

/** A message is not a well-formed event of ours; `message` says what is wrong. */
export class MalformedEvent extends Error {
  override readonly name = 'MalformedEvent';
}

/** The JSON text of an event in structured mode. Whoever reads it checks it, against CloudEvents 1.0; here it is made of what our own types hold. */
export const encodeEnvelope = (envelope: Envelope): string =>
  JSON.stringify({ specversion: '1.0', datacontenttype: 'application/json', ...envelope });

/** The trace context an event's text carries; not checked otherwise. */
export function traceparentOf(text: string): string | undefined {
  const json: unknown = parse(text);
  const traceparent: unknown = Reflect.get(Object(json), 'traceparent');
  return typeof traceparent === 'string' ? traceparent : undefined;
}

/** @throws MalformedEvent on anything that is not an event of ours */
export function decodeEnvelope(text: string): Envelope {
  const json: unknown = parse(text);
  if (typeof json !== 'object' || json === null) throw new MalformedEvent('not a JSON object');
  try {
    const event = new CloudEvent<unknown>(json); // the constructor validates
    return checked(event);
  } catch (error) {
    if (error instanceof ValidationError || error instanceof TypeError)
      throw new MalformedEvent(error.message, { cause: error });
    throw error;
  }
}

function checked(event: CloudEvent<unknown>): Envelope {
  const { id, type, source, subject, time, agencyid, aggregateversion, traceparent, data } = event;
  if (!subject || !time) throw new MalformedEvent('subject and time are required');
  if (typeof agencyid !== 'string') throw new MalformedEvent('agencyid is required');
  if (typeof aggregateversion !== 'number') throw new MalformedEvent('aggregateversion is required');
  const trace = typeof traceparent === 'string' ? { traceparent } : {};
  return { id, type, source, subject, time, agencyid, aggregateversion, ...trace, data };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new MalformedEvent('not JSON', { cause });
  }
}

/** The data of an event, typed. @throws when the JSON does not fit the message */
export const dataOf = <Data>(kind: EventKind<Data>, envelope: Envelope): Data =>
  kind.codec.fromJSON(envelope.data);
