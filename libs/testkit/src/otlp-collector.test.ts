import { afterAll, beforeAll, expect, test } from 'vitest';
import { startOtlpCollector, type OtlpCollector } from './otlp-collector.ts';

let collector: OtlpCollector;
beforeAll(async () => {
  collector = await startOtlpCollector();
});
afterAll(() => collector.stop());

const attribute = (key: string, stringValue: string) => ({ key, value: { stringValue } });

/** What an exporter sends: one process, one scope. */
function send(spans: readonly object[], type = 'application/json'): Promise<Response> {
  const resource = { attributes: [attribute('service.name', 'booking')] };
  return fetch(`${collector.url}/v1/traces`, {
    method: 'POST',
    headers: { 'content-type': type },
    body: JSON.stringify({ resourceSpans: [{ resource, scopeSpans: [{ spans }] }] }),
  });
}

test('a span comes out with its service, kind, status and plain attributes', async () => {
  const attributes = [
    attribute('http.route', '/orders'),
    { key: 'http.response.status_code', value: { intValue: 500 } },
    { key: 'tags', value: { arrayValue: { values: [{ stringValue: 'a' }, { boolValue: true }] } } },
  ];
  await send([
    { traceId: 'plain', spanId: '1', name: 'POST /orders', kind: 2, attributes, status: { code: 2 } },
  ]);
  expect(collector.spansOf('plain')).toMatchObject([
    {
      spanId: '1',
      parentSpanId: undefined,
      name: 'POST /orders',
      kind: 'server',
      service: 'booking',
      status: 'error',
      attributes: { 'http.route': '/orders', 'http.response.status_code': 500, tags: ['a', true] },
    },
  ]);
});

test('spans are a chain when each is an ancestor of the next, in that order only', async () => {
  const span = (spanId: string, parentSpanId?: string) => ({
    traceId: 'chain',
    spanId,
    parentSpanId,
    name: spanId,
    kind: 1,
  });
  await send([span('a'), span('b', 'a'), span('c', 'b'), span('aside', 'a')]);
  const named = (name: string) => collector.spansOf('chain').find((span) => span.name === name);
  expect(collector.isChain(named('a'), named('b'), named('c'))).toBe(true);
  expect(collector.isChain(named('a'), named('c'))).toBe(true);
  expect(collector.isChain(named('c'), named('a'))).toBe(false);
  expect(collector.isChain(named('b'), named('aside'))).toBe(false);
  expect(collector.isChain(named('a'), named('missing'))).toBe(false);
});

test('anything but JSON is refused', async () => {
  const answer = await send([], 'application/x-protobuf');
  expect(answer.status).toBe(400);
});
