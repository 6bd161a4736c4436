import { describe, expect, it } from 'vitest';
import type { BoundStatement } from './bound-statement.ts';
import { GatheredRows } from './gathered-rows.ts';

function gathered() {
  const sent: string[] = [];
  const rows = new GatheredRows(({ text, values }: BoundStatement) => sent.push(`${text} ${values.join()}`));
  return { rows, sent };
}

describe('gathered rows', () => {
  it('go together, a statement for each kind, and once', () => {
    const { rows, sent } = gathered();
    rows.add('a ?', { n: 1 }, 'one');
    rows.add('b ?', { n: 2n }, 'two');
    rows.add('a ?', { n: 3 }, 'three');
    rows.send();
    rows.send();
    expect(sent).toEqual(['a $1 [{"n":1},{"n":3}]', 'b $1 [{"n":"2"}]']);
  });

  it('keep the order of what is stored of one thing, by the same statement or another', () => {
    const { rows, sent } = gathered();
    rows.add('edited ?', { n: 1 }, 'other');
    rows.add('placed ?', { n: 2 }, 'order');
    rows.add('edited ?', { n: 3 }, 'order');
    rows.add('edited ?', { n: 4 }, 'order');
    rows.send();
    expect(sent).toEqual([
      'edited $1 [{"n":1}]',
      'placed $1 [{"n":2}]',
      'edited $1 [{"n":3}]',
      'edited $1 [{"n":4}]',
    ]);
  });
});
