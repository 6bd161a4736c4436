import type { Attributes } from '@opentelemetry/api';
import { durations } from './histograms.ts';
import { keptLabels } from './kept-labels.ts';
import { meter } from './metrics.ts';

/** A message as metrics see it: where it went, and for a consumer, who took it. */
export interface MeasuredMessage {
  /** Full subject, e.g. `evt.<agency>.booking.order.placed.v1`; the agency never becomes a label. */
  readonly subject: string;
  /** Name of the durable consumer; absent when the relay publishes. */
  readonly consumer?: string;
}

/** Counts messages and times them; durations in seconds, `reason` a short kind of error (a code, never a text). */
export interface MessageMetrics {
  published(message: MeasuredMessage, seconds: number, reason?: string): void;
  consumed(message: MeasuredMessage, seconds: number): void;
  failed(message: MeasuredMessage, seconds: number, reason: string): void;
  quarantined(message: MeasuredMessage): void;
}

let made: MessageMetrics | undefined;

/** The counters of messages; failures are the `error_type` label of the same families, as the conventions ask. */
export function messageMetrics(): MessageMetrics {
  made ??= makeMessageMetrics();
  return made;
}

function makeMessageMetrics(): MessageMetrics {
  const count = (name: string, description: string) =>
    meter().createCounter(name, { description, unit: '{message}' });
  const sent = count('messaging.client.sent.messages', 'Messages the relay published or failed to publish');
  const taken = count('messaging.client.consumed.messages', 'Deliveries to a consumer, failed ones included');
  const parked = count(
    'yitu.messaging.quarantined.messages',
    'Messages set aside for a person after repeated failure',
  );
  const sending = durations('messaging.client.operation.duration', 'Duration of publishing a message');
  const processing = durations('messaging.process.duration', 'Duration of processing a delivered message');
  const processed = (message: MeasuredMessage, seconds: number, reason?: string): void => {
    const labels = labelsOf(message, 'process', reason);
    taken.add(1, labels);
    processing(seconds, labels);
  };
  return {
    published: (message, seconds, reason) => {
      const labels = labelsOf(message, 'publish', reason);
      sent.add(1, labels);
      sending(seconds, labels);
    },
    consumed: (message, seconds) => processed(message, seconds),
    failed: (message, seconds, reason) => processed(message, seconds, reason),
    quarantined: (message) => parked.add(1, labelsOf(message, 'process')),
  };
}

const kept = keptLabels();

function labelsOf({ subject, consumer }: MeasuredMessage, operation: string, reason?: string): Attributes {
  const template = templateOf(subject);
  return kept(`${template} ${consumer} ${operation} ${reason}`, () => ({
    'messaging.system': 'nats',
    'messaging.operation.name': operation,
    'messaging.destination.template': template,
    ...(consumer === undefined ? {} : { 'messaging.consumer.group.name': consumer }),
    ...(reason === undefined ? {} : { 'error.type': reason }),
  }));
}

/** `evt.<agency>.booking.order.placed.v1` → `evt.*.booking.order.placed.v1`. */
function templateOf(subject: string): string {
  return subject.replace(/^(evt|tmr)\.[^.]+\./, '$1.*.');
}
