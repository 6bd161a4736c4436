import { describe, expect, it } from 'vitest';
import { documentGap } from './document-gaps.ts';

describe('what is missing of somebody’s documents', () => {
  it('is a document where none is entered', () => expect(documentGap([], '2026-12-01')).toBe('noDocument'));

  it('is time where all of them end before the return', () =>
    expect(documentGap([{ expiresOn: '2026-11-30' }], '2026-12-01')).toBe('expiresBefore'));

  it.each(['2026-12-01', null])('is nothing where one lasts: until %s', (expiresOn) =>
    expect(documentGap([{ expiresOn: '2026-01-01' }, { expiresOn }], '2026-12-01')).toBeUndefined(),
  );
});
