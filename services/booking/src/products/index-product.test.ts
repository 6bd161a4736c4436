import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { facetsOf } from './index-product.ts';
import { endingsOf, entriesOf } from './words/words-of-product.ts';
import { wordsOf } from './search/conditions.ts';
import { longestPart, textKey } from './words/parts.ts';

const named = (zh: string) => ({
  ...{ name: { zh, en: 'Li River' }, destinationCity: '桂林', destinationCountry: 'CN' },
  themes: ['hot-spring', '竹筏'],
});

describe('the index of a product', () => {
  it('holds every ending of its names and its city, none that begins with a blank', () => {
    expect(endingsOf(named('漓江 游'))).toEqual(
      expect.arrayContaining(['漓江 游', '江 游', '游', 'li river', 'river', '桂林', '林']),
    );
    expect(endingsOf(named('漓江 游')).filter((ending) => ending.startsWith(' '))).toEqual([]);
  });

  it('has for any word of a title an entry that begins with it', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, unit: 'grapheme' }),
        fc.nat(),
        fc.nat(),
        (title, from, length) => {
          const characters = Array.from(textKey(title));
          const part = characters.slice(from % (characters.length + 1)).slice(0, 1 + (length % longestPart));
          for (const word of wordsOf(part.join('')))
            expect(endingsOf(named(title)).some((ending) => ending.startsWith(word))).toBe(true);
        },
      ),
    );
  });

  it.each([
    'wen',
    '温泉',
    'hot',
    'springs',
    '竹筏',
    'zhufa',
    '中国',
    'china',
    'zhongguo',
    'guilin',
    'gl',
    'lin',
    'lj',
    'liriver',
    'hotsprings',
  ])('finds a theme, a country and a reading by %s', (word) =>
    expect(endingsOf(named('漓江')).some((ending) => ending.startsWith(word))).toBe(true),
  );

  it('holds the words of its long texts from their beginning, and what its city is called', () => {
    const texts = {
      summary: { zh: '住温泉旅馆。', en: 'A hot-spring inn' },
      description: { zh: '', en: '' },
    };
    const product = { ...named('漓江'), ...texts } as Parameters<typeof entriesOf>[0]; // nothing else is read
    const found = (word: string) =>
      entriesOf(product, { zh: '桂林', en: 'Kweilin' }).some((entry) => entry.startsWith(word));
    expect(['温泉', '旅馆', 'inn', 'hot-s', 'spring', 'kwei', 'eilin'].map(found)).not.toContain(false);
    expect(['pring', 'nn'].map(found)).toEqual([false, false]);
  });

  it('holds each facet once, and none that the product says nothing of', () => {
    const product = {
      ...{ kind: 'package-tour', destinationCountry: 'CN', destinationCity: '桂林' },
      ...{ themes: ['nature', 'nature'], details: { transport: ['flight'] } },
    } as Parameters<typeof facetsOf>[0]; // nothing else is read
    expect(facetsOf(product)).toEqual([
      { facet: 'kind', value: 'package-tour' },
      { facet: 'country', value: 'CN' },
      { facet: 'city', value: '桂林' },
      { facet: 'theme', value: 'nature' },
      { facet: 'transport', value: 'flight' },
    ]);
  });
});
