import { describe, expect, it } from 'vitest';
import { documentGap, documentGaps } from './document-gaps.ts';

describe('what is missing of somebody’s documents', () => {
  it('is a document where none is entered', () => expect(documentGap([], '2026-12-01')).toBe('noDocument'));

  it('is time where all of them end before the return', () =>
    expect(documentGap([{ expiresOn: '2026-11-30' }], '2026-12-01')).toBe('expiresBefore'));

  it.each(['2026-12-01', null])('is nothing where one lasts: until %s', (expiresOn) =>
    expect(documentGap([{ expiresOn: '2026-01-01' }, { expiresOn }], '2026-12-01')).toBeUndefined(),
  );
});

describe('what is missing of the documents of all who travel', () => {
  const good = [{ expiresOn: null }];

  it('is known where the return and everybody’s documents are', () => {
    expect(documentGaps('2026-12-01', [good, []])).toEqual({ gaps: [undefined, 'noDocument'], whole: true });
  });

  it('is not known yet while the departure or documents are asked for', () => {
    expect(documentGaps(undefined, [good])).toBeUndefined();
    expect(documentGaps('2026-12-01', [good, undefined])).toBeUndefined();
  });

  it('is told without the return where nothing is entered, and is not all then', () =>
    expect(documentGaps(null, [[], [{ expiresOn: '2020-01-01' }]])).toEqual({
      gaps: ['noDocument', undefined],
      whole: false,
    }));

  it('is not all where somebody’s documents may not be seen', () =>
    expect(documentGaps('2026-12-01', [good, null])).toEqual({ gaps: [undefined, undefined], whole: false }));
});
