import { expect, it } from 'vitest';
import { resultOf } from './result.ts';

const at = (rate: number, p99Ms: number, errors = 0) => ({ rate, p50Ms: p99Ms / 2, p99Ms, errors });

it('the result of sign-ins beside orders is one line of JSON with medians of the rounds and all errors', () => {
  const rounds = [
    { alone: at(40, 20), beside: at(40, 60), signIns: at(10, 90) },
    { alone: at(40, 22, 1), beside: at(39, 80, 2), signIns: at(9.8, 110, 3) },
    { alone: at(40, 90), beside: at(41, 61), signIns: at(10, 100) },
  ];
  expect(JSON.stringify(resultOf(rounds))).toBe(
    '{"id":"SIGN-INS","orders":40,"alone_p50_ms":11,"alone_p99_ms":22,"sign_ins":10,"sign_in_p99_ms":100,"beside_p50_ms":30.5,"beside_p99_ms":61,"errors":6}',
  );
});
