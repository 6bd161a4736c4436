import { describe, expect, it } from 'vitest';
import { headersForClient, headersForService } from './headers.ts';

const origin = { ip: '203.0.113.7', proto: 'https', host: 'yitu.example' };

const pairs = (flat: string[]) =>
  flat.flatMap((name, index) => (index % 2 === 0 ? [`${name}: ${flat[index + 1]}`] : []));

describe('headers for a service', () => {
  it('say where the request comes from, whatever the client says', () => {
    const sent = headersForService(
      {
        'x-forwarded-for': '10.0.0.1',
        'x-forwarded-port': '1',
        forwarded: 'for=10.0.0.1',
        'x-real-ip': '10.0.0.1',
      },
      origin,
      undefined,
    );
    expect(pairs(sent)).toEqual([
      'x-forwarded-for: 203.0.113.7',
      'x-forwarded-proto: https',
      'x-forwarded-host: yitu.example',
    ]);
  });

  it('hold what the client sends end to end, and nothing else', () => {
    const sent = headersForService(
      {
        accept: 'application/json',
        'idempotency-key': 'a',
        'if-match': '"3"',
        authorization: 'Bearer x',
        cookie: 'yitu-access=y',
        host: 'yitu.example',
        connection: 'keep-alive, X-Secret',
        'x-secret': 'one hop only',
        'transfer-encoding': 'chunked',
        'yitu-agency': 'z',
        traceparent: '00-1-2-01',
      },
      origin,
      undefined,
    );
    expect(pairs(sent).slice(3)).toEqual([
      'accept: application/json',
      'idempotency-key: a',
      'if-match: "3"',
      'authorization: Bearer x',
    ]);
  });
});

describe('headers for a client', () => {
  it('hold what the service answers end to end; cookies are set by the gateway only', () => {
    const sent = headersForClient({
      'content-type': 'application/json',
      etag: '"1"',
      connection: 'close, X-Hop',
      'x-hop': '1',
      'keep-alive': 'timeout=72',
      'set-cookie': ['a=b'],
    });
    expect(pairs(sent)).toEqual([
      'x-content-type-options: nosniff',
      'content-type: application/json',
      'etag: "1"',
    ]);
  });
});
