import { describe, expect, it } from 'vitest';
import { nameKey, nameOrderOf, namePartsOf } from './name-parts.ts';

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
      ...['zhangxiaoming', 'xiaoming', 'ming', 'zxm', 'xm', 'm'],
    ]);
  });

  it('take a character outside of the basic plane for one', () => {
    expect(namePartsOf({ zh: '𠮷田' })).toEqual(['𠮷田', '田', '𠮷tian', 'tian', '𠮷t', 't']);
  });

  it('are as long as what can be searched for', () => {
    const [first = ''] = namePartsOf({ en: 'a'.repeat(100) });
    expect(first).toHaveLength(50);
  });

  it('are read as surnames are, and by their initials', () => {
    expect(namePartsOf({ zh: '曾国藩' })).toEqual(expect.arrayContaining(['zengguofan', 'guofan', 'zgf']));
    expect(namePartsOf({ zh: '单田芳' })).toContain('shantianfang');
    expect(namePartsOf({ zh: '吕律' })).toContain('lvlv');
    expect(namePartsOf({ en: 'Ming' })).toEqual(['ming', 'ing', 'ng', 'g']);
  });

  it('say in which order names stand: as they are read, then by their characters', () => {
    const names = [{ zh: '张三' }, { zh: '李四' }, { en: 'Miller' }, { zh: '李肆' }, { zh: '曾二' }];
    const byOrder = (one: string, other: string) => (one < other ? -1 : 1);
    expect(names.map(nameOrderOf).toSorted(byOrder)).toEqual([
      ...['li si 李四', 'li si 李肆', 'miller', 'zeng er 曾二', 'zhang san 张三'],
    ]);
  });

  it('are compared without regard to width and case', () => {
    expect(nameKey(' ＷＡＮＧ  Fang')).toBe('wang fang');
  });
});
