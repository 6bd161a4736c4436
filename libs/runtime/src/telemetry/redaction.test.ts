import { describe, expect, test } from 'vitest';
import { operationOf, redactedTarget, withoutParameters, withoutTokens, withoutValues } from './redaction.ts';

describe('a statement keeps its words and loses its values', () => {
  test.each([
    [
      `select "id" from "orders" where "agency_id" = 'a-1' and no = 5`,
      `select "id" from "orders" where "agency_id" = ? and no = ?`,
    ],
    [`select $1::text, $12`, `select $1::text, $12`],
    [`insert into t values ('it''s G12345678', E'a\\'b', 1.5e3, -7)`, `insert into t values (?, -?)`],
    [`select $$G12345678$$, $q$a $$ b$q$ from t2`, `select ? from t2`],
    [`select 1 -- phone 13800138000\nfrom t /* 'G12345678' */`, `select ? \nfrom t `],
    [
      `select * from customers where phone in ('138', '139', '137')`,
      `select * from customers where phone in (?)`,
    ],
    [`select set_config('yitu.agency', '0192', true)`, `select set_config(?, true)`],
    [`select 'an unfinished G12345678`, `select ?`],
    [`select "G1 ""quoted"" 5", col_5 from t5`, `select "G1 ""quoted"" 5", col_5 from t5`],
  ])('%s', (statement, expected) => {
    expect(withoutValues(statement)).toBe(expected);
  });

  test('a statement cut off inside a string shows nothing of that string', () => {
    const statement = `insert into notes values ('${'13800138000 '.repeat(1_000)}')`;
    expect(withoutValues(statement)).toBe('insert into notes values (?');
  });
});

test.each([
  ['select 1', 'SELECT'],
  ['\n  with x as (select 1) select', 'WITH'],
  ["insert\ninto t values ('x')", 'INSERT'],
  ['commit', 'COMMIT'],
  ["'13800138000'", 'OTHER'],
])('the operation of %j is %s', (statement, operation) => {
  expect(operationOf(statement)).toBe(operation);
});

test('a query string tells the names of its parameters, once each, and no value', () => {
  expect(withoutParameters('?token=s3cret&phone=13800138000&phone=139&%E5%A7%93=%E5%BC%A0')).toBe(
    'token=?&phone=?&%E5%A7%93=?',
  );
});

test.each([
  [
    '/orders/0192f0c8-1111-7abc-8def-0123456789ab/approve',
    '/orders/0192f0c8-1111-7abc-8def-0123456789ab/approve',
  ],
  ['/v1/customers', '/v1/customers'],
  ['/contracts/sign/kZ8Jx1Qw9', '/contracts/sign/-'],
  ['/customers/13800138000', '/customers/-'],
  ['/travellers/G12345678/', '/travellers/-/'],
  ['/customers/%E5%BC%A0%E4%B8%89', '/customers/-'],
])('the path %s is shown as %s', (path, expected) => {
  expect(withoutTokens(path)).toBe(expected);
});

test('a request target is redacted in both its parts', () => {
  expect(redactedTarget('/sign/eyJhbGciOi.J9?token=abc')).toEqual({ path: '/sign/-', query: 'token=?' });
  expect(redactedTarget('/orders')).toEqual({ path: '/orders', query: undefined });
});
