import { describe, expect, it } from 'vitest';
import type { Product } from '../product.ts';
import { entriesOf } from './words-of-product.ts';

const described = (zh: string): Product =>
  ({
    name: { zh: '九州', en: 'Kyushu' },
    summary: { zh: '', en: '' },
    description: { zh, en: '' },
    ...{ destinationCity: '别府', destinationCountry: 'JP', themes: [] },
  }) as unknown as Product; // all that is looked at stands here

describe('the entries of a product', () => {
  it('cut no character of a long text in two', () => {
    const entries = entriesOf(described(`${'住'.repeat(999)}🌸花`), undefined);
    expect(entries.filter((entry) => !entry.isWellFormed())).toEqual([]);
    expect(entries).toContain('住🌸');
    expect(entries).not.toContain('花');
  });
});
