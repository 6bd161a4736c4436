import { describe, expect, it } from 'vitest';
import {
  dataOf,
  decodeEnvelope,
  encodeEnvelope,
  eventCatalogue,
  events,
  MalformedEvent,
  type Envelope,
} from './index.ts';

const data = {
  orderId: 'o',
  branchId: 'b',
  departureId: 'd',
  seats: 2,
  total: { amount: 9_007_199_254_740_993n, currency: 'CNY' },
};
const envelope: Envelope = {
  id: '01a2003d-cb6c-7888-8897-b8681b141346',
  type: events.orderExpired.type,
  source: '/yitu/booking',
  subject: '01a2003d-cb6c-7888-8897-b8681b141347',
  time: '2026-05-01T00:00:00Z',
  agencyid: '01a2003d-cb6c-7888-8897-b8681b141348',
  aggregateversion: 3,
  data: events.orderExpired.codec.toJSON(data),
};

describe('the envelope of an event', () => {
  it('comes back as it was put in, amounts to the last digit', () => {
    const decoded = decodeEnvelope(encodeEnvelope(envelope));
    expect(decoded).toMatchObject({
      ...envelope,
      time: expect.stringContaining('2026-05-01T00:00:00') as string,
    });
    expect(dataOf(events.orderExpired, decoded)).toEqual(data);
  });

  it('is a CloudEvent in structured mode', () => {
    expect(JSON.parse(encodeEnvelope(envelope))).toMatchObject({
      specversion: '1.0',
      datacontenttype: 'application/json',
      type: 'booking.order.expired.v1',
    });
  });

  it.each([
    ['text', 'not JSON'],
    ['[]', 'invalid payload'],
    ['{}', 'invalid payload'],
    [
      JSON.stringify({ ...JSON.parse(encodeEnvelope(envelope)), agencyid: undefined }),
      'agencyid is required',
    ],
    [
      JSON.stringify({ ...JSON.parse(encodeEnvelope(envelope)), subject: undefined }),
      'subject and time are required',
    ],
  ])('is refused when it is malformed: %s', (text, reason) => {
    expect(() => decodeEnvelope(text)).toThrow(MalformedEvent);
    expect(() => decodeEnvelope(text)).toThrow(reason);
  });
});

describe('the catalogue of events', () => {
  it('names every event once, on a subject of its agency', () => {
    const types = eventCatalogue.map(({ type }) => type);
    expect(new Set(types).size).toBe(types.length);
    expect(events.orderPlaced.subject('AG')).toBe('evt.AG.booking.order.placed.v1');
    expect(events.holdExpiryDue.subject('AG')).toBe('tmr.AG.booking.order.hold-expiry-due.v1');
  });
});
