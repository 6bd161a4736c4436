import { describe, expect, it } from 'vitest';
import { scannedIn } from './plans.ts';
import { statementsIn } from './statements.ts';

describe('what a log of PostgreSQL tells', () => {
  const entry = (process: number, user: string, said: string) =>
    `2026-11-22 08:00:00.123 UTC [${process}] ${user} ${said}`;
  const scope = "LOG:  execute scope_1: select num_nulls(set_config('yitu.agency_id', $1, true))";
  const setTo = (value: string) => `select num_nulls(set_config('yitu.agency_id', '${value}', true))`;

  it('are the statements of a role with their values and what their own connection had set', () => {
    const log = [
      entry(1, 'yitu_booking', scope),
      entry(1, 'yitu_booking', "DETAIL:  Parameters: $1 = 'a'"),
      entry(2, 'yitu_booking', scope),
      entry(2, 'yitu_booking', "DETAIL:  Parameters: $1 = 'b'"),
      entry(
        1,
        'yitu_booking',
        'LOG:  execute s7: select id\n\tfrom booking.orders where note = $1 and n = $2',
      ),
      entry(1, 'yitu_booking', "DETAIL:  Parameters: $1 = 'it''s, $2 = ''x''', $2 = NULL"),
      entry(2, 'yitu_crm', 'LOG:  execute s7: select 1'),
      entry(2, 'yitu_crm', "DETAIL:  Parameters: $1 = 'c'"),
      entry(2, 'yitu_booking', 'LOG:  execute <unnamed>: with found as (select $1) select'),
      entry(2, 'yitu_booking', "DETAIL:  Parameters: $1 = '2'"),
    ].join('\n');
    expect(statementsIn(`${log}\n`, 'yitu_booking')).toEqual([
      {
        text: 'select id\nfrom booking.orders where note = $1 and n = $2',
        values: ["'it''s, $2 = ''x'''", 'NULL'],
        scope: setTo('a'),
      },
      { text: 'with found as (select $1) select', values: ["'2'"], scope: setTo('b') },
    ]);
  });
});

describe('a plan', () => {
  it('tells the growing tables it reads from end to end, however deep', () => {
    const scan = (table: string) => ({ 'Node Type': 'Seq Scan', 'Relation Name': table });
    const indexed = { 'Node Type': 'Index Scan', 'Relation Name': 'orders', Plans: [scan('order_lines')] };
    expect(
      scannedIn({ 'Node Type': 'Hash Join', Plans: [indexed, scan('departures'), scan('order_rules')] }),
    ).toEqual(['order_lines', 'departures']);
  });
});
