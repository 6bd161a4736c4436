import { expect, test } from 'vitest';
import { idOfName } from './supplier-of-name.ts';

const suppliers = [
  { id: '1', name: { zh: '漓江大瀑布饭店', en: 'Lijiang Waterfall Hotel' } },
  { id: '2', name: { zh: '漓江', en: 'Lijiang' } },
];

test('a supplier is known by its whole name in any language, not by a part of it', () => {
  expect(idOfName(suppliers, ' lijiang ')).toBe('2');
  expect(idOfName(suppliers, '漓江大瀑布饭店')).toBe('1');
  expect(idOfName(suppliers, '瀑布')).toBeUndefined();
  expect(idOfName(suppliers, '')).toBeUndefined();
});
