import type { Described, DescribedEvent, Field, MessageType } from './image.ts';

/** The AsyncAPI 3.0 document of all events that leave a service (timers and hints are a service's own business). */
export function asyncApi({ events, messages }: Described): object {
  const facts = events.filter((event) => event.kind === 'event');
  const byKey = <T>(value: (event: DescribedEvent) => T) =>
    Object.fromEntries(facts.map((event) => [key(event), value(event)]));
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Yitu events',
      version: '1.0.0',
      description:
        'Facts of all services as CloudEvents 1.0 (structured JSON) on NATS JetStream, stream EVENTS.',
    },
    defaultContentType: 'application/cloudevents+json',
    channels: byKey((event) => ({
      address: `evt.{agency}.${event.service}.${event.noun}.${event.what}.v1`,
      parameters: { agency: { description: 'The id of the agency.' } },
      messages: { [event.message]: { $ref: `#/components/messages/${key(event)}` } },
    })),
    operations: byKey((event) => ({
      action: 'send',
      channel: { $ref: `#/channels/${key(event)}` },
    })),
    components: {
      messages: byKey((event) => ({
        name: event.message,
        title: event.message,
        ...(event.comment && { summary: event.comment }),
        payload: envelope(event),
      })),
      schemas: Object.fromEntries(
        [...messages]
          .filter(([name]) => name.startsWith('.yitu.'))
          .map(([name, message]) => [name.slice(1), schemaOf(message)]),
      ),
    },
  };
}

const key = ({ service, noun, what }: DescribedEvent) => `${service}.${noun}.${what}.v1`;

const envelope = (event: DescribedEvent) => ({
  type: 'object',
  required: [
    'specversion',
    'id',
    'source',
    'type',
    'subject',
    'time',
    'agencyid',
    'aggregateversion',
    'data',
  ],
  properties: {
    specversion: { const: '1.0' },
    id: { type: 'string', format: 'uuid' },
    source: { const: `/yitu/${event.service}` },
    type: { const: key(event) },
    subject: { type: 'string', format: 'uuid', description: `The id of the ${event.noun}.` },
    time: { type: 'string', format: 'date-time' },
    agencyid: { type: 'string', format: 'uuid' },
    aggregateversion: {
      type: 'integer',
      minimum: 1,
      description: `Counts the events of one ${event.noun} without gaps.`,
    },
    traceparent: { type: 'string' },
    data: { $ref: `#/components/schemas/yitu.${event.service}.v1.${event.message}` },
  },
});

const schemaOf = (message: MessageType) => ({
  type: 'object',
  properties: Object.fromEntries((message.field ?? []).map((field) => [field.jsonName, fieldSchema(field)])),
});

function fieldSchema(field: Field): object {
  const one = scalar(field);
  return field.label === 'LABEL_REPEATED' ? { type: 'array', items: one } : one;
}

function scalar({ type, typeName }: Field): object {
  if (typeName === '.google.protobuf.Timestamp') return { type: 'string', format: 'date-time' };
  if (type === 'TYPE_MESSAGE') return { $ref: `#/components/schemas/${typeName?.slice(1)}` };
  if (type === 'TYPE_INT64') return { type: 'string', pattern: '^-?[0-9]+$' };
  if (type === 'TYPE_INT32') return { type: 'integer' };
  if (type === 'TYPE_BOOL') return { type: 'boolean' };
  return { type: 'string' };
}
