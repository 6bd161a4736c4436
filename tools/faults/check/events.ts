import type { EventSeen, Facts } from '../facts/facts.ts';
import type { Claim } from '../history/operation.ts';
import { subjectMatches } from '../facts/subjects.ts';
import { violation, type Violation } from './violation.ts';

type Looked = Pick<Facts, 'operations' | 'orders' | 'events' | 'outbox' | 'consumers' | 'quarantined'>;

/**
 * R3: every committed change has its event in the stream, without gaps in the sequence of any aggregate, and every event has reached everybody who
 * takes it.
 */
export const findMissing = (facts: Looked): Violation[] => [
  ...unpublished(facts),
  ...withGaps(facts),
  ...behind(facts),
  ...withoutEvent(facts),
  ...unreached(facts),
  ...facts.quarantined.map((text) => violation(`set aside in quarantine: ${text}`)),
];

/** What is in an outbox must be in the stream. */
function unpublished({ outbox, events }: Looked): Violation[] {
  const stored = new Set(events.map(({ id }) => id));
  return outbox.flatMap(({ service, id, subject, published, due }) => {
    if (!published) return due ? [violation(`${service}: ${subject} ${id} waits in the outbox`)] : [];
    const isEvent = subject.startsWith('evt.');
    return isEvent && !stored.has(id) ? [violation(`${service}: ${subject} ${id} is not in the stream`)] : [];
  });
}

const sequenceOf = ({ type, aggregateId }: EventSeen) =>
  `${type.split('.').slice(0, 2).join('.')} ${aggregateId}`;

/** The versions of each aggregate are 1, 2, 3, …: a number left out is an event that nobody will ever get. */
function withGaps({ events }: Looked): Violation[] {
  const sequences = Map.groupBy(events, sequenceOf);
  return [...sequences].flatMap(([sequence, list]) => {
    const versions = new Set(list.map(({ version }) => version));
    const last = Math.max(...versions);
    const missing = Array.from({ length: last }, (_none, index) => index + 1).filter(
      (one) => !versions.has(one),
    );
    return missing.map((version) => violation(`${sequence}: version ${version} is not in the stream`));
  });
}

/** The last event of an order has the version that the order has. */
function behind({ orders, events }: Looked): Violation[] {
  const ofOrders = events.filter(({ type }) => type.startsWith('booking.order.'));
  const last = new Map<string, number>();
  for (const { aggregateId, version } of ofOrders)
    last.set(aggregateId, Math.max(last.get(aggregateId) ?? 0, version));
  return orders.flatMap(({ id, version }) => {
    const lacking = version - (last.get(id) ?? 0);
    return lacking > 0
      ? [violation(`order ${id}: its last ${lacking} events are not in the stream`, lacking)]
      : [];
  });
}

/** What a client was told has its event, of the version it was told. */
function withoutEvent({ operations, events }: Looked): Violation[] {
  const known = new Set(events.map(({ type, aggregateId, version }) => `${type} ${aggregateId} ${version}`));
  const happened = new Set(events.map(({ type, aggregateId }) => `${type} ${aggregateId}`));
  return operations.flatMap(({ name, id, event, claims: [claim] }) => {
    if (!claim) return [];
    const [aggregateId, version] = changedBy(claim);
    const there =
      version === undefined
        ? happened.has(`${event} ${aggregateId}`)
        : known.has(`${event} ${aggregateId} ${version}`);
    return there
      ? []
      : [
          violation(
            `${name} ${id}: there is no ${event} of ${version === undefined ? aggregateId : `version ${version}`}`,
          ),
        ];
  });
}

/** What an operation has changed, and to which version; none where several events of it followed. */
function changedBy(claim: Claim): readonly [string, number?] {
  switch (claim.kind) {
    case 'order':
      return [claim.orderId, claim.version];
    case 'payment':
      return [claim.paymentId, 1];
    case 'refund':
      return [claim.refundId, claim.version];
    case 'departure':
      return [claim.departureId, claim.version];
    case 'waiting':
      return [claim.entryId, claim.version];
    default:
      return [claim.orderId];
  }
}

/** What is in the stream has taken effect with everybody who takes it. */
function unreached({ consumers, events }: Looked): Violation[] {
  return consumers.flatMap(({ service, durable, subjects, eventIds }) =>
    events
      .filter(({ id, subject }) => !eventIds.has(id) && subjects.some((one) => subjectMatches(one, subject)))
      .map(({ id, subject }) => violation(`${service} (${durable}) has never applied ${subject} ${id}`)),
  );
}

/** R3: no event is in the stream twice, whether under one id or as two events of one version. Version 0 is that of what stands in no sequence. */
export function findDouble({ events }: Pick<Facts, 'events'>): Violation[] {
  const repeated = <Key>(keyOf: (event: EventSeen) => Key, list: readonly EventSeen[]) =>
    [...Map.groupBy(list, keyOf)].filter(([, same]) => same.length > 1);
  const firstOfEach = [...Map.groupBy(events, ({ id }) => id).values()].flatMap((same) => same.slice(0, 1));
  const sequenced = firstOfEach.filter(({ version }) => version > 0);
  return [
    ...repeated(({ id }) => id, events).map(([id, same]) =>
      violation(`event ${id} is ${same.length} times in the stream`, same.length - 1),
    ),
    ...repeated((event) => `${sequenceOf(event)} version ${event.version}`, sequenced).map(([what, same]) =>
      violation(`${what}: ${same.length} events`, same.length - 1),
    ),
  ];
}
