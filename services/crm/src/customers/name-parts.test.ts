import { describe, expect, it } from 'vitest';
import { nameKey, namePartsOf } from './name-parts.ts';

describe('the parts of a name', () => {
  it('are all its endings, in both forms, each once', () => {
    expect(namePartsOf({ zh: '张晓明', en: 'Li  LI' })).toEqual([
      '张晓明',
      '晓明',
      '明',
      'li li',
      'i li',
      'li',
      'i',
    ]);
  });

  it('take a character outside of the basic plane for one', () => {
    expect(namePartsOf({ zh: '𠮷田' })).toEqual(['𠮷田', '田']);
  });

  it('are as long as what can be searched for', () => {
    const [first = ''] = namePartsOf({ en: 'a'.repeat(100) });
    expect(first).toHaveLength(50);
  });

  it('are compared without regard to width and case', () => {
    expect(nameKey(' ＷＡＮＧ  Fang')).toBe('wang fang');
  });
});
