import { describe, expect, it } from 'vitest';
import { needsOf } from './needs.ts';

describe('the needs that the desk states', () => {
  it('are what products are looked for by, but for words and kinds', () => {
    const place = { country: ['CN', 'JP'], city: ['桂林', '阳朔'], lodging: ['comfort' as const] };
    const others = { theme: ['river', 'food'], departsFrom: '2026-07-01', budget: '300000', currency: 'CNY' };
    expect(needsOf({ text: '漓江', kind: ['package-tour'], ...place, ...others }, 'CNY')).toEqual({
      ...{ country: 'CN', city: '桂林', lodging: 'comfort' },
      ...others,
    });
  });

  it('are none where only words are looked for', () => {
    expect(needsOf({ text: '漓江', kind: ['package-tour'] }, 'CNY')).toBeUndefined();
  });
});
