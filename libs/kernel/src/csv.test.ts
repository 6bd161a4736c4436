import { expect, it } from 'vitest';
import { csvOf } from './csv.ts';

it('quotes what needs it, and lets nothing be a formula', () => {
  const rows = [
    ['a', 'b'],
    ['say "hi", 王小明', '=1+1'],
    ['two\r\nlines', null],
    ['-2', 3],
  ];
  expect(csvOf(rows)).toBe(`\u{feff}a,b\r\n"say ""hi"", 王小明",'=1+1\r\n"two\r\nlines",\r\n'-2,3\r\n`);
});
