import { describe, expect, it } from 'vitest';
import { targetOf } from './target.ts';

describe('the address at a service', () => {
  it.each([
    ['/api/booking/v1/orders', '/v1/orders'],
    ['/api/booking/v1/orders?limit=5&after=%2Fv1', '/v1/orders?limit=5&after=%2Fv1'],
    ['/api/booking/v1/orders/a%20b', '/v1/orders/a%20b'],
    ['/api/booking/openapi.json', '/openapi.json'],
    ['/api/booking/.well-known/jwks.json', '/.well-known/jwks.json'],
  ])('of %s is %s', (url, address) => {
    expect(targetOf(url, 'booking').address).toBe(address);
  });

  it.each([
    '/api/booking/livez',
    '/api/booking/readyz',
    '/api/booking/metrics',
    '/api/booking/%6divez',
    '/api/booking/metrics?/v1/',
    '/api/booking/v1/../metrics',
    '/api/booking/v1/%2e%2e/metrics',
    '/api/booking/v1/%2e%2e%2fmetrics',
    '/api/booking/v1/..\\metrics',
    '/api/booking/v1/..',
    '/api/booking/v1//orders',
    '/api/booking//livez',
    '/api/booking/livez#/v1/orders',
    '/api/booking/v1/orders#x',
    '/api/booking/openapi.json/livez',
    '/api/booking/',
    '/api/%62ooking/v1/orders',
  ])('does not exist for %s', (url) => {
    expect(() => targetOf(url, 'booking')).toThrow('request/no-such-route');
  });

  it('is decoded, so that no spelling hides a sign-in', () => {
    expect(targetOf('/api/identity/v1/%73essions?x', 'identity').path).toBe('/v1/sessions');
  });

  it('must be decodable', () => {
    expect(() => targetOf('/api/booking/v1/%zz', 'booking')).toThrow('request/malformed');
  });
});
