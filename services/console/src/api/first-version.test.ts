import { expect, test } from 'vitest';
import { sayFirstVersion } from './first-version.ts';

const sent = (key: string, path: string, version?: number) => {
  const request = new Request(`http://console.test${path}`, {
    method: 'PUT',
    headers: { 'idempotency-key': key, ...(version !== undefined && { 'if-match': `"${version}"` }) },
  });
  sayFirstVersion(request);
  return request.headers.get('if-match');
};

test('a change tried again under its key says the version it said first', () => {
  const key = crypto.randomUUID();
  expect(sent(key, '/v1/orders/a', 3)).toBe('"3"');
  expect(sent(key, '/v1/orders/a', 4)).toBe('"3"');
});

test('the next change of the same record says the version it was made on', () => {
  sent(crypto.randomUUID(), '/v1/orders/a', 3);
  expect(sent(crypto.randomUUID(), '/v1/orders/a', 4)).toBe('"4"');
});

test('each request of one change says the version of its own record', () => {
  const key = crypto.randomUUID();
  sent(key, '/v1/orders/a', 3);
  expect(sent(key, '/v1/orders/b', 7)).toBe('"7"');
});

test('a change without a version stays without one', () => {
  const key = crypto.randomUUID();
  expect(sent(key, '/v1/orders')).toBeNull();
  expect(sent(key, '/v1/orders')).toBeNull();
});
