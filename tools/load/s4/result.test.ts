import { describe, expect, it } from 'vitest';
import { kindsOf, lineOf, resultOf, verdict } from './result.ts';

const at = (p95Ms: number, orders: number, facets: number) => ({
  ...{ rate: 40, p50Ms: 1, p95Ms, p99Ms: 99, errors: 1 },
  kinds: { orders: { p50Ms: orders, p95Ms: orders * 2 }, facets: { p50Ms: facets, p95Ms: facets * 2 } },
});

describe('what S4 says', () => {
  const rounds = {
    big: [at(25, 4, 9), at(30, 5, 9), at(900, 50, 9)],
    small: [at(9, 4, 6), at(9, 4, 6), at(9, 4, 6)],
  };

  it('is one line of JSON: the medians of the rounds, the slowest kind, and what a hundred times the rows cost', () => {
    const result = resultOf(rounds, 0, 6);
    expect(JSON.stringify(result)).toBe(
      '{"id":"S4","p95_ms":30,"worst":{"kind":"facets","p95_ms":18},"ratio":1.4,"worst_ratio":{"kind":"facets","ratio":1.5},"seq_scans":0,"errors":6}',
    );
  });

  it('has a line for each kind', () => {
    expect(kindsOf(rounds).map(lineOf)).toEqual([
      '  orders                    p95  10.0 ms (p50   5.0); with a hundredth of the rows p95   8.0 (p50   4.0), × 1.25',
      '  facets                    p95  18.0 ms (p50   9.0); with a hundredth of the rows p95  12.0 (p50   6.0), × 1.50',
    ]);
  });

  it('keeps the promise up to its bounds', () => {
    const kept = { big: [at(30, 10, 13)], small: [at(1, 10, 8)] };
    expect(verdict(resultOf(kept, 0, 0))).toBe('The promise is kept.');
  });

  it('names each part of the promise that is missed', () => {
    expect(verdict(resultOf({ big: [at(31, 16, 1)], small: [at(1, 10, 1)] }, 2, 0))).toBe(
      'The promise is missed: p95 is 31 ms, promised are 30 ms; p95 of orders is 32 ms; 100 × the rows cost 1.55 × the time, promised are 1.3; 2 tables are read from end to end.',
    );
    expect(verdict(resultOf({ big: [at(1, 1, 1)], small: [at(1, 1, 1)] }, null, 0))).toBe(
      'The promise is missed: the plans could not be looked at.',
    );
  });
});
