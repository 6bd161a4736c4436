import { describe, expect, it } from 'vitest';
import { sendings } from './sending.ts';

describe('requests', () => {
  it('take turns, each with its own key and body', () => {
    const kinds = ['a', 'b'].map((name) => ({ url: `/${name}`, token: name, body: { departureId: name } }));
    const next = sendings(kinds);
    const sent = [next(), next(), next()];
    expect(sent.map(({ url }) => url)).toEqual(['/a', '/b', '/a']);
    expect(sent.map(({ headers }) => headers['authorization'])).toEqual(['Bearer a', 'Bearer b', 'Bearer a']);
    expect(new Set(sent.map(({ headers }) => headers['idempotency-key'])).size).toBe(3);
    expect(new Set(sent.map(({ body }) => body)).size).toBe(3);
    expect(JSON.parse(sent[0]?.body ?? '')).toMatchObject({ departureId: 'a' });
  });

  it('of two runs share no key', () => {
    const kinds = [{ url: '/a', token: 'a', body: {} }];
    expect(sendings(kinds)().headers).not.toEqual(sendings(kinds)().headers);
  });

  it('without a body only ask', () => {
    const { method, headers, body, expected, name } = sendings([{ url: '/a', token: 'a', name: 'lists' }])();
    expect({ method, headers, body, expected, name }).toEqual({
      ...{ method: 'GET', body: '', expected: 200, name: 'lists' },
      headers: { authorization: 'Bearer a' },
    });
  });

  it('need at least one kind', () => {
    expect(sendings([])).toThrow('nothing to send');
  });
});
