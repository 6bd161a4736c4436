import { describe, expect, it } from 'vitest';
import { layoutLetter } from './layout.ts';

const letter = {
  ...{ agency: { zh: '云旗', en: 'Yunqi' }, branch: { zh: '总部', en: 'Headquarters' } },
  ...{ orderNumber: 'HQ-1', productName: { zh: '大理', en: 'Dali' }, groupNumber: 'DL-1' },
  ...{ departsOn: '2026-05-01', returnsOn: '2026-05-03', heads: 2 },
  total: { amount: 246912n, currency: 'CNY' },
  days: [
    {
      ...{ day: 1, title: { zh: '抵达', en: 'Arrival' } },
      segments: [{ kind: 'sight' as const, text: { zh: '洱海', en: 'Lake' }, from: '09:00', to: '11:30' }],
    },
  ],
  guide: null,
};

describe('the letter that confirms a trip', () => {
  it('tells dates, amount and every day in the language it is asked for in', () => {
    const english = JSON.stringify(layoutLetter(letter, 'en'));
    for (const part of ['Dali', '2026-05-01 – 2026-05-03', 'CNY 2,469.12', 'Arrival', '09:00–11:30  Lake'])
      expect(english).toContain(part);
    expect(english).not.toMatch(/\p{Script=Han}/u);
    expect(JSON.stringify(layoutLetter(letter, 'zh'))).toContain('抵达');
  });

  it('names the guide once there is one, and says that a plan follows where there is none', () => {
    const guided = { ...letter, guide: { name: '李芳', mobile: '+8613800138000' } };
    expect(JSON.stringify(layoutLetter(guided, 'zh'))).toContain('李芳 +8613800138000');
    expect(JSON.stringify(layoutLetter({ ...letter, days: [] }, 'en'))).toContain('itinerary follows');
  });
});
