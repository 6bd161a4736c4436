import { describe, expect, it } from 'vitest';
import { unnamedCount, unnamedPlaces } from './unnamed-places.ts';

const price = { amount: '0', currency: 'CNY' };
const line = (category: 'adult' | 'infant' | 'single-supplement', count: number) => ({
  ...{ category, place: 0, text: null, count, unitPrice: price, discount: price, amount: price },
});

describe('places without a traveller', () => {
  it('are counted by category, infants too and rooms never', () => {
    const order = {
      lines: [line('adult', 2), line('infant', 1), line('single-supplement', 2)],
      travellers: [{ travellerId: 'ming', category: 'adult' as const }],
    };
    expect(unnamedPlaces(order)).toEqual({ adult: 1, infant: 1 });
    expect(unnamedCount(order)).toBe(2);
    const travellers = [...order.travellers, { travellerId: 'hong', category: 'adult' as const }];
    expect(unnamedPlaces({ ...order, travellers })).toEqual({ infant: 1 });
  });
});
