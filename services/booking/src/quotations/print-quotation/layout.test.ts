import { describe, expect, it } from 'vitest';
import type { Content } from '../content.ts';
import { layoutQuotation, type Sheet } from './layout.ts';

const content: Content = {
  ...{ customerCategory: 'regular', channel: 'counter', currency: 'CNY', departure: null },
  lines: [
    {
      ...{ kind: 'hotel', category: null, text: { zh: '双床房', en: 'Twin room' }, count: 2, discount: null },
      ...{ unitPrice: '30000', amount: '60000', net: '57000', unitCost: '77700', supplier: null },
    },
  ],
  discounts: [{ kind: 'percent', value: '500', name: { zh: '老客户', en: 'For regulars' } }],
  coupons: [],
  steps: [{ kind: 'discount', index: 0, before: '60000', reduction: '3000', after: '57000' }],
  ...{
    subtotal: '60000',
    total: '57000',
    cost: '155400',
    costedNet: '57000',
    costComplete: true,
    belowCost: true,
  },
  shown: {
    currency: 'JPY',
    rate: '20.5',
    rateOn: '2026-11-22',
    source: '中国银行',
    total: '11685',
    lines: ['11685'],
  },
  ...{ validUntil: '2026-12-12', note: '含早餐' },
};
const sheet: Sheet = {
  ...{
    agency: { zh: '易途旅行社', en: 'Yitu Travel' },
    number: 'BJ-HQ-2026-000001',
    revision: 1,
    date: '2026-11-22',
  },
  ...{ mark: null, content, withCost: false },
};
const textOf = (changes: Partial<Sheet>, locale: 'zh' | 'en') =>
  JSON.stringify(layoutQuotation({ ...sheet, ...changes }, locale));

describe('a printed quotation', () => {
  it('says nothing of cost to a customer, and all of it in the house', () => {
    for (const locale of ['zh', 'en'] as const)
      expect(textOf({}, locale)).not.toMatch(/777\.00|1,554\.00|984\.00|成本|毛利|[Cc]ost|"Margin"/);
    const inside = textOf({ withCost: true }, 'zh');
    for (const text of ['777.00', 'CNY 1,554.00', 'CNY -984.00', '毛利', '请勿外传'])
      expect(inside).toContain(text);
  });

  it.each(['zh', 'en'] as const)(
    'says in %s what each step takes off, the total twice, the rate with its date',
    (locale) => {
      const text = textOf({}, locale);
      for (const part of [
        'CNY 600.00',
        'CNY -30.00',
        'CNY 570.00',
        'JPY 11,685',
        '20.5',
        '2026-11-22',
        '中国银行',
      ])
        expect(text).toContain(part);
      expect(text).toContain(locale === 'zh' ? '四舍五入' : 'rounded half up');
      expect(text).toContain(locale === 'zh' ? '双床房' : 'Twin room');
    },
  );

  it('is marked where it is not what the customer was sent', () => {
    expect(textOf({ mark: 'draft' }, 'zh')).toContain('草稿');
    expect(textOf({ mark: 'superseded' }, 'en')).toContain('SUPERSEDED');
    expect(textOf({}, 'zh')).not.toContain('watermark');
  });
});
